-- The ids that are there and have not expired, out of a collection that stays.
WITH held AS (
    SELECT a.version AS store_version,
           a.bytes,
           a.retired_at IS NOT NULL AS retired,
           c.version AS collection_version,
           c.collection_id
      FROM account a
      LEFT JOIN collection c ON c.user_id = :user AND c.name = :collection
     WHERE a.user_id = :user
),
-- By bso's key.
doomed AS (
    SELECT b.bso_id, b.version, octet_length(b.payload) AS bytes
      FROM held h
      JOIN bso b ON b.user_id = :user AND b.collection_id = h.collection_id AND b.bso_id = ANY (:ids::text[])
     WHERE b.expiry > :now::bigint
),
verdict AS (
    SELECT CASE WHEN h.retired THEN 'RETIRED'
                WHEN CASE WHEN :by_item::boolean
                          THEN (SELECT coalesce(max(version), 0) FROM doomed)
                          ELSE coalesce(h.collection_version, 0)
                     END > :unmodified_since::bigint THEN 'CHANGED'
                WHEN :missing_fails::boolean AND h.collection_id IS NULL THEN 'MISSING'
                WHEN :by_item::boolean AND NOT EXISTS (SELECT FROM doomed) THEN 'MISSING'
                ELSE 'DONE'
           END AS outcome,
           greatest(:clock::bigint, h.store_version + 1) AS version,
           CASE WHEN :by_item::boolean
                THEN (SELECT coalesce(max(version), 0) FROM doomed)
                ELSE coalesce(h.collection_version, 0)
           END AS target_version,
           h.collection_id,
           h.bytes - (SELECT coalesce(sum(bytes), 0) FROM doomed) AS bytes
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
marked AS (
    UPDATE collection c
       SET version = v.version, records = c.records - (SELECT count(*) FROM doomed)
      FROM verdict v
     WHERE c.user_id = :user AND c.name = :collection AND v.outcome = 'DONE'
),
-- By bso's key.
erased AS (
    DELETE FROM bso b
     USING verdict v, doomed d
     WHERE b.user_id = :user AND b.collection_id = v.collection_id AND b.bso_id = d.bso_id AND v.outcome = 'DONE'
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
