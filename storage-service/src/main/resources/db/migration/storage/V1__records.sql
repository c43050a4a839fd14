-- Every key begins with the user id, so the rows of one user can live together on any node of a distributed PostgreSQL.

-- The one row of a user that writers lock. It stays when all records go, since the clock never falls.
CREATE TABLE account (
    user_id     bigint NOT NULL PRIMARY KEY,
    version     bigint NOT NULL,                                -- the last one given out, in 1/100 s since 1970
    bytes       bigint NOT NULL DEFAULT 0,                      -- UTF-8 bytes of all payloads stored, expired ones included
    next_expiry bigint NOT NULL DEFAULT 9223372036854775807,    -- no record expires before this, in ms since 1970
    retired_at  bigint                                          -- purged at, in ms since 1970: no token opens it any more
) WITH (fillfactor = 50);

CREATE INDEX account_next_expiry ON account (next_expiry) WHERE next_expiry < 9223372036854775807;
CREATE INDEX account_retired_at ON account (retired_at) WHERE retired_at IS NOT NULL;

CREATE TABLE collection (
    user_id       bigint  NOT NULL,
    name          text    NOT NULL COLLATE "C",
    collection_id integer NOT NULL,
    version       bigint  NOT NULL,
    records       bigint  NOT NULL,    -- rows stored, expired ones included
    largest       integer NOT NULL,    -- no payload has more UTF-8 bytes than this
    PRIMARY KEY (user_id, name)
) WITH (fillfactor = 50);

-- No index but the key: one on version or expiry would take each update off the HOT path (docs/decisions/0010).
CREATE TABLE bso (
    user_id       bigint  NOT NULL,
    collection_id integer NOT NULL,
    bso_id        text    NOT NULL COLLATE "C",
    version       bigint  NOT NULL,
    expiry        bigint  NOT NULL,    -- ms since 1970; the greatest bigint: never
    sortindex     integer,
    payload       text    NOT NULL,
    PRIMARY KEY (user_id, collection_id, bso_id)
) WITH (fillfactor = 80);

-- Ciphertext does not compress; not trying saves the attempt.
ALTER TABLE bso ALTER COLUMN payload SET STORAGE EXTERNAL;
