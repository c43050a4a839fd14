WITH verdict AS (
    SELECT CASE WHEN a.retired_at IS NOT NULL AND NOT :retires::boolean THEN 'RETIRED'
                WHEN a.version > :unmodified_since::bigint THEN 'CHANGED'
                ELSE 'DONE'
           END AS outcome,
           greatest(:clock::bigint, a.version + 1) AS version,
           a.version AS target_version,
           0::bigint AS bytes
      FROM account a
     WHERE a.user_id = :user
),
-- By account's key.
clocked AS (
    UPDATE account a
       SET version = v.version,
           bytes = 0,
           next_expiry = 9223372036854775807,
           retired_at = CASE WHEN :retires::boolean THEN :now::bigint END
      FROM verdict v
     WHERE a.user_id = :user AND v.outcome = 'DONE'
),
-- By the first column of collection's key.
unmarked AS (
    DELETE FROM collection c
     USING verdict v
     WHERE c.user_id = :user AND v.outcome = 'DONE'
),
-- By the first column of batch's key.
unstaged AS (
    DELETE FROM batch b
     USING verdict v
     WHERE b.user_id = :user AND v.outcome = 'DONE'
),
-- By the first column of bso's key.
erased AS (
    DELETE FROM bso b
     USING verdict v
     WHERE b.user_id = :user AND v.outcome = 'DONE'
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
