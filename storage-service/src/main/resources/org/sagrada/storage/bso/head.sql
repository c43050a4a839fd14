-- By account's and collection's keys.
SELECT a.version AS store_version,
       a.retired_at IS NOT NULL AS retired,
       c.version,
       c.records,
       c.largest
  FROM account a
  LEFT JOIN collection c ON c.user_id = :user AND c.name = :collection
 WHERE a.user_id = :user
