-- By the keys of all three.
SELECT a.version AS store_version,
       a.retired_at IS NOT NULL AS retired,
       c.collection_id,
       b.bso_id,
       b.version,
       b.sortindex,
       b.payload
  FROM account a
  LEFT JOIN collection c ON c.user_id = :user AND c.name = :collection
  LEFT JOIN bso b
         ON b.user_id = :user
        AND b.collection_id = c.collection_id
        AND b.bso_id = :id
        AND b.expiry > :now::bigint
 WHERE a.user_id = :user
