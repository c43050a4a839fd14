-- Of many users; the table holds only what is being uploaded now.
DELETE FROM batch
 WHERE (user_id, batch_id) IN (SELECT user_id, batch_id FROM batch WHERE expires <= :now LIMIT 100)
