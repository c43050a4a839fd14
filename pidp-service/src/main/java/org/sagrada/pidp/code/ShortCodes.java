package org.sagrada.pidp.code;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.sagrada.model.crypto.ConstantTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes that a user types off a mail. Each may be tried five times, and is used up when it was right. */
@Component
public class ShortCodes {

    private static final int TRIES = 5;

    private final JdbcClient database;
    private final Clock clock;

    ShortCodes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a code is for. */
    public enum Purpose {
        SIGN_IN,
        UNBLOCK,
        RESET_PASSWORD
    }

    /**
     * Keeps a code for a while, in the place of an earlier one.
     *
     * @param subject the session or account that it is for
     */
    @Transactional
    public void keep(String subject, Purpose purpose, String code, Duration life) {
        database.sql("""
                        INSERT INTO short_code (subject, purpose, code, tries, expires_at)
                        VALUES (:subject, :purpose, :code, :tries, :expires)
                        ON CONFLICT (subject, purpose)
                        DO UPDATE SET code = excluded.code, tries = excluded.tries, expires_at = excluded.expires_at
                        """)
                .param("subject", subject)
                .param("purpose", purpose.name())
                .param("code", code)
                .param("tries", TRIES)
                .param("expires", Timestamp.from(clock.instant().plus(life)))
                .update();
    }

    /** Whether the code is the right one; it is so once. Call it outside of any transaction, so that a wrong one counts. */
    @Transactional
    public boolean use(String subject, Purpose purpose, String code) {
        var kept = database.sql("""
                        UPDATE short_code SET tries = tries - 1
                        WHERE subject = :subject AND purpose = :purpose AND tries > 0 AND expires_at > :now
                        RETURNING code
                        """)
                .param("subject", subject)
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
        var right = kept.isPresent() && ConstantTime.equal(kept.get(), code);
        if (right) {
            forget(subject, purpose);
        }
        return right;
    }

    private void forget(String subject, Purpose purpose) {
        database.sql("DELETE FROM short_code WHERE subject = :subject AND purpose = :purpose")
                .param("subject", subject)
                .param("purpose", purpose.name())
                .update();
    }
}
