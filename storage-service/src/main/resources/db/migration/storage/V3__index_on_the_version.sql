-- What is newer than a version, and the newest first, without reading the whole collection. One reading of a large collection saves what
-- the index costs in hundreds of writes, in spite of what V1 says of it (docs/decisions/0012).
CREATE INDEX bso_version ON bso (user_id, collection_id, version);
