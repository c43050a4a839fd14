CREATE TABLE device (
    id                     text        PRIMARY KEY,
    uid                    text        NOT NULL REFERENCES account ON DELETE CASCADE,
    session_id             text        NOT NULL UNIQUE REFERENCES session ON DELETE CASCADE,
    name                   text        NOT NULL,
    type                   text        NOT NULL,
    push_callback          text,
    push_public_key        text,
    push_auth_key          text,
    available_commands     text        NOT NULL,
    created_at             timestamptz NOT NULL
);

CREATE INDEX device_of_account ON device (uid);

-- The index counts within an account and is never used twice, restarts and restores included.
CREATE TABLE device_command (
    uid        text        NOT NULL REFERENCES account ON DELETE CASCADE,
    index      bigint      NOT NULL,
    device_id  text        NOT NULL REFERENCES device ON DELETE CASCADE,
    data       text        NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (uid, index)
);

CREATE INDEX device_command_of_device ON device_command (device_id, index);

CREATE TABLE password_token (
    token_id    text        PRIMARY KEY,
    kind        text        NOT NULL,
    request_key bytea       NOT NULL,
    uid         text        NOT NULL REFERENCES account ON DELETE CASCADE,
    code        text,
    tries       integer     NOT NULL,
    expires_at  timestamptz NOT NULL
);

CREATE INDEX password_token_of_account ON password_token (uid, kind);

CREATE TABLE recovery_key (
    uid        text        PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    key_id     bytea       NOT NULL,
    data       text        NOT NULL,
    enabled    boolean     NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE totp (
    uid         text        PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    secret      bytea       NOT NULL,
    enabled     boolean     NOT NULL,
    last_step   bigint      NOT NULL,
    created_at  timestamptz NOT NULL
);

CREATE TABLE recovery_code (
    uid  text  NOT NULL REFERENCES account ON DELETE CASCADE,
    hash bytea NOT NULL,
    PRIMARY KEY (uid, hash)
);

CREATE TABLE service_key (
    uid              text        NOT NULL REFERENCES account ON DELETE CASCADE,
    origin           text        NOT NULL,
    key_type         text        NOT NULL,
    wrapped_key      text        NOT NULL,
    keys_changed_at  timestamptz NOT NULL,
    modified_at      timestamptz NOT NULL,
    PRIMARY KEY (uid, origin, key_type)
);

-- Codes that a user types off a mail: few digits, few tries, a short life.
CREATE TABLE short_code (
    subject    text        NOT NULL,
    purpose    text        NOT NULL,
    code       text        NOT NULL,
    tries      integer     NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (subject, purpose)
);

CREATE TABLE mail (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind            text        NOT NULL,
    recipient       text        NOT NULL,
    code            text,
    subject         text        NOT NULL,
    text_body       text        NOT NULL,
    html_body       text        NOT NULL,
    headers         text        NOT NULL,
    state           text        NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    last_error      text,
    created_at      timestamptz NOT NULL
);

CREATE INDEX mail_to_send ON mail (next_attempt_at) WHERE state = 'pending';

CREATE TABLE event (
    sequence   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    receiver   text        NOT NULL,
    jti        text        NOT NULL,
    uid        text        NOT NULL,
    events     text        NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE INDEX event_of_receiver ON event (receiver, sequence);

-- How often something happened that may happen only so often. A row is of no more use after its end.
CREATE TABLE attempt (
    what    text        NOT NULL,
    who     text        NOT NULL,
    counted integer     NOT NULL,
    ends_at timestamptz NOT NULL,
    PRIMARY KEY (what, who)
);

CREATE TABLE invite (
    code_hash  bytea       PRIMARY KEY,
    email      text,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL
);
