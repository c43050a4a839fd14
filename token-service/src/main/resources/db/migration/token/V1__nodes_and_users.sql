-- A storage node. load counts the live records of users that point to it, and changes in the transactions that make and
-- replace them.
CREATE TABLE node (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    url      text    NOT NULL UNIQUE,
    capacity bigint  NOT NULL CHECK (capacity >= 0),
    load     bigint  NOT NULL DEFAULT 0 CHECK (load >= 0),
    downed   boolean NOT NULL DEFAULT false,
    backoff  boolean NOT NULL DEFAULT false,
    draining boolean NOT NULL DEFAULT false
);

-- The history of users: a record for every set of keys and every node a user had. The live one has no replaced_at; uids
-- are never used again. Times and generations are in ms since 1970, 0 where nobody said.
CREATE TABLE user_record (
    uid             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email           text   NOT NULL CHECK (length(email) <= 255),
    generation      bigint NOT NULL CHECK (generation >= 0),
    keys_changed_at bigint NOT NULL CHECK (keys_changed_at >= 0),
    client_state    text   NOT NULL CHECK (length(client_state) <= 32),
    created_at      bigint NOT NULL,
    replaced_at     bigint,
    node_id         bigint REFERENCES node (id) ON DELETE SET NULL
);

-- Two requests that make a user's first record at once can't both succeed, whatever the code does.
CREATE UNIQUE INDEX user_record_live ON user_record (email) WHERE replaced_at IS NULL;
CREATE INDEX user_record_history ON user_record (email, created_at DESC, uid DESC);
CREATE INDEX user_record_node ON user_record (node_id, uid);
CREATE INDEX user_record_replaced ON user_record (replaced_at) WHERE replaced_at IS NOT NULL;
