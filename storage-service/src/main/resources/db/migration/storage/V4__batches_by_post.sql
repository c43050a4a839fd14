-- A batch is kept as the posts it came in, not as its records: one row and one index entry for each post instead of each record.
-- Batches that are open go with their records: committed without them they would lose some. Their clients are told that they are gone,
-- and send them again. What goes was in no release: a release would have kept it for one more, for processes of the version before.
DELETE FROM batch;
DROP TABLE batch_bso;

ALTER TABLE batch ADD COLUMN posts integer NOT NULL DEFAULT 0;

-- The n-th of each array is the n-th record of the post. A null keeps what the record has when the batch is committed.
CREATE TABLE batch_post (
    user_id     bigint    NOT NULL,
    batch_id    text      NOT NULL COLLATE "C",
    post        integer   NOT NULL,    -- counts from 1, in the order of arrival
    bso_ids     text[]    NOT NULL,
    payloads    text[]    NOT NULL,
    sortindexes integer[] NOT NULL,
    ttls        bigint[]  NOT NULL,    -- seconds, counted from the commit
    PRIMARY KEY (user_id, batch_id, post),
    FOREIGN KEY (user_id, batch_id) REFERENCES batch ON DELETE CASCADE
);

ALTER TABLE batch_post ALTER COLUMN payloads SET STORAGE EXTERNAL;
