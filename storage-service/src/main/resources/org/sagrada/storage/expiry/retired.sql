-- Of many users, by account's index on retired_at.
DELETE FROM account
 WHERE user_id IN (SELECT user_id FROM account WHERE retired_at <= :before LIMIT 1000)
