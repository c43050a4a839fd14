-- What clients of 1.5 have uploaded and not committed yet. Nobody else sees it.
CREATE TABLE batch (
    user_id    bigint NOT NULL,
    batch_id   text   NOT NULL COLLATE "C",
    collection text   NOT NULL COLLATE "C",
    expires    bigint NOT NULL,    -- ms since 1970
    records    bigint NOT NULL DEFAULT 0,
    bytes      bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (user_id, batch_id)
);

-- A null keeps what the record has when the batch is committed.
CREATE TABLE batch_bso (
    user_id   bigint NOT NULL,
    batch_id  text   NOT NULL COLLATE "C",
    bso_id    text   NOT NULL COLLATE "C",
    sortindex integer,
    ttl       bigint,              -- seconds, counted from the commit
    payload   text,
    PRIMARY KEY (user_id, batch_id, bso_id),
    FOREIGN KEY (user_id, batch_id) REFERENCES batch ON DELETE CASCADE
);

ALTER TABLE batch_bso ALTER COLUMN payload SET STORAGE EXTERNAL;
