-- By the first column of bso's key.
WITH doomed AS (
    SELECT b.collection_id, b.bso_id, octet_length(b.payload) AS bytes
      FROM bso b
     WHERE b.user_id = :user AND b.expiry <= :now
     LIMIT :batch
),
-- By bso's key.
erased AS (
    DELETE FROM bso b
     USING doomed d
     WHERE b.user_id = :user AND b.collection_id = d.collection_id AND b.bso_id = d.bso_id
),
-- By the first column of collection's key.
counted AS (
    UPDATE collection c
       SET records = c.records - gone.records
      FROM (SELECT collection_id, count(*) AS records FROM doomed GROUP BY collection_id) gone
     WHERE c.user_id = :user AND c.collection_id = gone.collection_id
),
-- By account's key.
clocked AS (
    UPDATE account a
       SET bytes = a.bytes - (SELECT coalesce(sum(bytes), 0) FROM doomed),
           next_expiry = CASE
               WHEN (SELECT count(*) FROM doomed) < :batch THEN (
                   SELECT coalesce(min(b.expiry), 9223372036854775807)
                     FROM bso b
                    WHERE b.user_id = :user AND b.expiry > :now
               )
               ELSE a.next_expiry
           END
     WHERE a.user_id = :user
)
SELECT count(*) AS records
  FROM doomed
