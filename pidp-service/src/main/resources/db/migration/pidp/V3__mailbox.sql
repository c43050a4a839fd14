CREATE TABLE mailbox_channel (
    name       text        PRIMARY KEY,
    first_id   text        NOT NULL,
    second_id  text,
    content    bytea       NOT NULL,
    etag       text,
    fetches    integer     NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL
);
