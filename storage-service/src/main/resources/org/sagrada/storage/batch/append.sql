-- By batch's key. Its row is locked by its growing, so the totals hold whoever else appends.
WITH grown AS (
    UPDATE batch
       SET records = records + :records::bigint, bytes = bytes + :bytes::bigint
     WHERE user_id = :user
       AND batch_id = :batch
       AND collection = :collection
       AND expires > :now::bigint
       AND records + :records::bigint <= :most_records::bigint
       AND bytes + :bytes::bigint <= :most_bytes::bigint
    RETURNING user_id
),
-- By batch_bso's key. What is sent again wins, field by field.
staged AS (
    INSERT INTO batch_bso (user_id, batch_id, bso_id, sortindex, ttl, payload)
    SELECT g.user_id, :batch, r.bso_id, r.sortindex, r.ttl, r.payload
      FROM grown g
     CROSS JOIN unnest(:ids::text[], :payloads::text[], :sortindexes::int[], :ttls::bigint[])
           AS r (bso_id, payload, sortindex, ttl)
        ON CONFLICT (user_id, batch_id, bso_id) DO UPDATE
       SET sortindex = coalesce(excluded.sortindex, batch_bso.sortindex),
           ttl = coalesce(excluded.ttl, batch_bso.ttl),
           payload = coalesce(excluded.payload, batch_bso.payload)
)
SELECT (SELECT count(*) FROM grown) > 0 AS appended,
       EXISTS (
           SELECT
             FROM batch
            WHERE user_id = :user
              AND batch_id = :batch
              AND collection = :collection
              AND expires > :now::bigint
       ) AS is_there
