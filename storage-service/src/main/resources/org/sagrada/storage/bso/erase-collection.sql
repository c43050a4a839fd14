WITH held AS (
    SELECT a.version AS store_version,
           a.bytes,
           a.retired_at IS NOT NULL AS retired,
           coalesce(c.version, 0) AS collection_version,
           c.collection_id
      FROM account a
      LEFT JOIN collection c ON c.user_id = :user AND c.name = :collection
     WHERE a.user_id = :user
),
verdict AS (
    SELECT CASE WHEN h.retired THEN 'RETIRED'
                WHEN h.collection_version > :unmodified_since::bigint THEN 'CHANGED'
                WHEN :missing_fails::boolean AND h.collection_id IS NULL THEN 'MISSING'
                ELSE 'DONE'
           END AS outcome,
           greatest(:clock::bigint, h.store_version + 1) AS version,
           h.collection_version AS target_version,
           h.collection_id,
           -- By the first two columns of bso's key.
           h.bytes - (SELECT coalesce(sum(octet_length(b.payload)), 0)
                        FROM bso b
                       WHERE b.user_id = :user AND b.collection_id = h.collection_id) AS bytes
      FROM held h
),
-- By account's key.
clocked AS (
    UPDATE account a
       SET version = v.version, bytes = v.bytes
      FROM verdict v
     WHERE a.user_id = :user AND v.outcome = 'DONE'
),
-- By collection's key.
unmarked AS (
    DELETE FROM collection c
     USING verdict v
     WHERE c.user_id = :user AND c.name = :collection AND v.outcome = 'DONE'
),
-- By the first column of batch's key.
unstaged AS (
    DELETE FROM batch b
     USING verdict v
     WHERE b.user_id = :user AND b.collection = :collection AND v.outcome = 'DONE'
),
-- By the first two columns of bso's key.
erased AS (
    DELETE FROM bso b
     USING verdict v
     WHERE b.user_id = :user AND b.collection_id = v.collection_id AND v.outcome = 'DONE'
)
-- Booleans and numbers only: what the driver knows to be short it does not stop a pipeline for.
SELECT outcome = 'DONE' AS done,
       outcome = 'CHANGED' AS changed,
       outcome = 'MISSING' AS missing,
       outcome = 'OVER_QUOTA' AS over_quota,
       version,
       target_version,
       true AS overwrites,
       bytes
  FROM verdict
