-- By account's key and the first column of collection's.
SELECT a.version AS store_version,
       a.bytes,
       a.retired_at IS NOT NULL AS retired,
       c.name,
       c.version AS number
  FROM account a
  LEFT JOIN collection c ON c.user_id = :user
 WHERE a.user_id = :user
