-- By account's key.
INSERT INTO account (user_id, version)
VALUES (:user, 0)
    ON CONFLICT (user_id) DO NOTHING
