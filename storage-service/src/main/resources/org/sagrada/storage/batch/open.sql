-- By batch's key.
INSERT INTO batch (user_id, batch_id, collection, expires)
VALUES (:user, :batch, :collection, :expires)
