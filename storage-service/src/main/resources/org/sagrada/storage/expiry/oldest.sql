-- Of all users, by account's index on next_expiry.
SELECT next_expiry
  FROM account
 WHERE next_expiry <= :now
 ORDER BY next_expiry
 LIMIT 1
