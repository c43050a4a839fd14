-- Tokens are kept only as what is derived from them: an id to find them by and the key that their requests are signed with.

CREATE TABLE account (
    uid                text        PRIMARY KEY,
    salt_email         text        NOT NULL,
    ka                 bytea       NOT NULL,
    auth_salt          bytea       NOT NULL,
    scrypt_cost        integer     NOT NULL,
    verify_hash        bytea       NOT NULL,
    wrap_wrap_kb       bytea       NOT NULL,
    verify_hash_v2     bytea,
    wrap_wrap_kb_v2    bytea,
    client_salt        text,
    locale             text,
    created_at         timestamptz NOT NULL,
    verifier_set_at    timestamptz NOT NULL,
    keys_changed_at    timestamptz NOT NULL,
    profile_changed_at timestamptz NOT NULL,
    disabled_at        timestamptz,
    command_index      bigint      NOT NULL DEFAULT 0
);

CREATE TABLE email (
    id          uuid        PRIMARY KEY,
    uid         text        NOT NULL REFERENCES account ON DELETE CASCADE,
    address     text        NOT NULL,
    normalized  text        NOT NULL,
    is_primary  boolean     NOT NULL,
    verified_at timestamptz,
    code        text        NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (uid, normalized)
);

-- An address is one account's as soon as it is its first one or was verified; until then several may claim it.
CREATE UNIQUE INDEX email_owner ON email (normalized) WHERE is_primary OR verified_at IS NOT NULL;
CREATE UNIQUE INDEX email_primary ON email (uid) WHERE is_primary;

CREATE TABLE session (
    token_id        text        PRIMARY KEY,
    request_key     bytea       NOT NULL,
    uid             text        NOT NULL REFERENCES account ON DELETE CASCADE,
    handle          text        NOT NULL UNIQUE,
    created_at      timestamptz NOT NULL,
    auth_at         timestamptz NOT NULL,
    last_used_at    timestamptz NOT NULL,
    user_agent      text        NOT NULL,
    methods         text        NOT NULL,
    verification_id text
);

CREATE INDEX session_of_account ON session (uid);

CREATE TABLE key_fetch_token (
    token_id    text        PRIMARY KEY,
    request_key bytea       NOT NULL,
    uid         text        NOT NULL REFERENCES account ON DELETE CASCADE,
    session_id  text        REFERENCES session ON DELETE CASCADE,
    bundle      text        NOT NULL,
    created_at  timestamptz NOT NULL
);

CREATE INDEX key_fetch_token_of_account ON key_fetch_token (uid);
CREATE INDEX key_fetch_token_of_session ON key_fetch_token (session_id);

CREATE TABLE signing_key (
    kid          text        PRIMARY KEY,
    secret_key   text        NOT NULL,
    created_at   timestamptz NOT NULL,
    signs_from   timestamptz NOT NULL,
    listed_until timestamptz
);
