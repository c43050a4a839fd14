-- By batch's key; its records go with it.
DELETE FROM batch b
 WHERE b.user_id = :user AND b.batch_id = :batch AND b.collection = :collection
