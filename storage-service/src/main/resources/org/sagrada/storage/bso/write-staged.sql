-- By batch's key.
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
-- By batch_post's key. Of a record that was sent more than once each field's last value counts.
given AS (
    SELECT r.bso_id,
           (array_agg(r.payload ORDER BY p.post DESC) FILTER (WHERE r.payload IS NOT NULL))[1] AS payload,
           (array_agg(r.sortindex ORDER BY p.post DESC) FILTER (WHERE r.sortindex IS NOT NULL))[1] AS sortindex,
           (array_agg(r.ttl ORDER BY p.post DESC) FILTER (WHERE r.ttl IS NOT NULL))[1] AS ttl
      FROM source s
     CROSS JOIN batch_post p
     CROSS JOIN unnest(p.bso_ids, p.payloads, p.sortindexes, p.ttls) AS r (bso_id, payload, sortindex, ttl)
     WHERE p.user_id = :user AND p.batch_id = :batch AND s.is_there
     GROUP BY r.bso_id
),
