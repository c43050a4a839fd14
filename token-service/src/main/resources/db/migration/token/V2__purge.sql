-- A replaced record's data is deleted from its node after a grace, or as soon as can be when erase_now is set; the record
-- goes later. next_attempt_at (ms) also keeps two processes from purging the same record.
ALTER TABLE user_record
    ADD COLUMN erase_now       boolean NOT NULL DEFAULT false,
    ADD COLUMN data_deleted_at bigint,
    ADD COLUMN attempts        integer NOT NULL DEFAULT 0,
    ADD COLUMN next_attempt_at bigint  NOT NULL DEFAULT 0;

CREATE INDEX user_record_to_purge ON user_record (next_attempt_at)
    WHERE replaced_at IS NOT NULL AND data_deleted_at IS NULL;
