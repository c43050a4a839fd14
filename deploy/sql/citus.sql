-- Spreads the storage's tables over the workers of a Citus cluster, by user. Once, after the storage service has made them:
--   psql -d sagrada -f deploy/sql/citus.sql
-- Data that is there already is moved. Later migrations of the service work as they are: Citus passes them on.
CREATE EXTENSION IF NOT EXISTS citus;
SELECT create_distributed_table('storage.account', 'user_id');
SELECT create_distributed_table('storage.collection', 'user_id', colocate_with => 'storage.account');
SELECT create_distributed_table('storage.bso', 'user_id', colocate_with => 'storage.account');
SELECT create_distributed_table('storage.batch', 'user_id', colocate_with => 'storage.account');
SELECT create_distributed_table('storage.batch_post', 'user_id', colocate_with => 'storage.account');
