-- By account's key. A statement of its own, so that the next one sees all that the last holder of the lock wrote.
SELECT version
  FROM account
 WHERE user_id = :user
   FOR UPDATE
