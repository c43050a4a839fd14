-- Of many users, by account's index on next_expiry.
SELECT user_id
  FROM account
 WHERE next_expiry <= :before
 ORDER BY next_expiry
 LIMIT 100
