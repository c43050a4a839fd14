package org.sagrada.pidp.code;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.sagrada.model.crypto.ConstantTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes that a user types off a mail. Each may be tried a number of times, and is used up when it was right. Where strangers can
 * try too, many tries are left: they are limited for each address (see {@code Limits}), and nobody voids another's code.
 */
@Component
public class ShortCodes {

    private final JdbcClient database;
    private final Clock clock;

    ShortCodes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a code is for. */
    public enum Purpose {
        /** Six digits, which only the session's holder can try. */
        SIGN_IN(5),
        /** Eight of 36 characters, which everybody can try. */
        UNBLOCK(1000),
        /** Eight digits, which everybody can try. */
        RESET_PASSWORD(1000);

        private final int tries;

        Purpose(int tries) {
            this.tries = tries;
        }
    }

    /**
     * Keeps a code for a while. An earlier one that is still good stays, so that who asks again, or a stranger who asks, does not
     * void a code that is on its way.
     *
     * @param subject the session or account that it is for
     * @return the code to mail: the earlier one or the given one
     */
    @Transactional
    public String keep(String subject, Purpose purpose, String code, Duration life) {
        var now = clock.instant();
        return database.sql("""
                        INSERT INTO short_code AS kept (subject, purpose, code, tries, expires_at)
                        VALUES (:subject, :purpose, :code, :tries, :expires)
                        ON CONFLICT (subject, purpose) DO UPDATE
                        SET code = CASE WHEN kept.tries > 0 AND kept.expires_at > :now THEN kept.code ELSE excluded.code END,
                            tries = CASE WHEN kept.tries > 0 AND kept.expires_at > :now THEN kept.tries ELSE excluded.tries END,
                            expires_at = excluded.expires_at
                        RETURNING code
                        """)
                .param("subject", subject)
                .param("purpose", purpose.name())
                .param("code", code)
                .param("tries", purpose.tries)
                .param("expires", Timestamp.from(now.plus(life)))
                .param("now", Timestamp.from(now))
                .query(String.class)
                .single();
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
