-- Which version of the terms each user accepted last.
CREATE TABLE terms_acceptance (
    email       text   PRIMARY KEY,
    version     text   NOT NULL,
    accepted_at bigint NOT NULL
);
