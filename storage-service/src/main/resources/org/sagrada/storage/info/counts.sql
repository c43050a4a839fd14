-- By account's key and the first columns of the others'.
SELECT a.version AS store_version,
       a.bytes,
       a.retired_at IS NOT NULL AS retired,
       c.name,
       count(b.bso_id) AS number
  FROM account a
  LEFT JOIN collection c ON c.user_id = :user
  LEFT JOIN bso b
         ON b.user_id = :user
        AND b.collection_id = c.collection_id
        AND b.expiry > :now::bigint
 WHERE a.user_id = :user
 GROUP BY a.user_id, c.name
