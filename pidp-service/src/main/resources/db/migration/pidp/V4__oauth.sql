-- Codes and refresh tokens are kept only as their hashes.

CREATE TABLE oauth_code (
    hash           text        PRIMARY KEY,
    uid            text        NOT NULL REFERENCES account ON DELETE CASCADE,
    session_id     text        NOT NULL REFERENCES session ON DELETE CASCADE,
    client_id      text        NOT NULL,
    scope          text        NOT NULL,
    offline        boolean     NOT NULL,
    code_challenge text        NOT NULL,
    keys_jwe       text,
    expires_at     timestamptz NOT NULL
);

CREATE INDEX oauth_code_of_account ON oauth_code (uid);
CREATE INDEX oauth_code_of_session ON oauth_code (session_id);

CREATE TABLE refresh_token (
    id           text        PRIMARY KEY,
    uid          text        NOT NULL REFERENCES account ON DELETE CASCADE,
    client_id    text        NOT NULL,
    scope        text        NOT NULL,
    auth_at      timestamptz NOT NULL,
    methods      text        NOT NULL,
    user_agent   text        NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL
);

CREATE INDEX refresh_token_of_account ON refresh_token (uid);

-- Access tokens say themselves what they are good for; these are good for nothing before their time is over.
CREATE TABLE revoked_access_token (
    jti        text        PRIMARY KEY,
    expires_at timestamptz NOT NULL
);

-- A device is a session's or, on a phone, a refresh token's.
ALTER TABLE device ALTER session_id DROP NOT NULL;
ALTER TABLE device ADD refresh_token_id text UNIQUE REFERENCES refresh_token ON DELETE CASCADE;
ALTER TABLE device ADD CONSTRAINT device_of_one_owner CHECK (num_nonnulls(session_id, refresh_token_id) = 1);

CREATE TABLE profile (
    uid             text  PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    display_name    text,
    avatar_id       text  UNIQUE,
    avatar          bytea
);
