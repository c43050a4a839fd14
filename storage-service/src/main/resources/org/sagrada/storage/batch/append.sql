-- By batch's key. Its row is locked by its growing, so the totals hold whoever else appends.
WITH grown AS (
    UPDATE batch
       SET records = records + :records::bigint, bytes = bytes + :bytes::bigint, posts = posts + 1
     WHERE user_id = :user
       AND batch_id = :batch
       AND collection = :collection
       AND expires > :now::bigint
       AND records + :records::bigint <= :most_records::bigint
       AND bytes + :bytes::bigint <= :most_bytes::bigint
    RETURNING posts
),
-- By batch_post's key.
staged AS (
    INSERT INTO batch_post (user_id, batch_id, post, bso_ids, payloads, sortindexes, ttls)
    SELECT :user, :batch, posts, :ids::text[], :payloads::text[], :sortindexes::int[], :ttls::bigint[]
      FROM grown
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
