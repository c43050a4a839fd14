-- The rows of a listing as the service reads them, by the keys of account, collection and bso.
SELECT a.version AS store_version, c.version AS collection_version, b.bso_id, b.version, b.sortindex, b.payload
  FROM account a
  JOIN collection c ON c.user_id = :user AND c.name = :collection
  LEFT JOIN bso b
    ON b.user_id = :user
   AND b.collection_id = c.collection_id
   AND b.expiry > :now::bigint
   AND b.version > :newer::bigint
 WHERE a.user_id = :user
 ORDER BY b.version DESC, b.bso_id DESC
