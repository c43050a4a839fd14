-- By batch's and batch_bso's keys.
WITH source AS (
    SELECT EXISTS (
        SELECT
          FROM batch
         WHERE user_id = :user
           AND batch_id = :batch
           AND collection = :collection
           AND expires > :now::bigint
    ) AS is_there
),
given AS (
    SELECT g.bso_id, g.payload, g.sortindex, g.ttl
      FROM source s
     CROSS JOIN batch_bso g
     WHERE g.user_id = :user AND g.batch_id = :batch AND s.is_there
),
