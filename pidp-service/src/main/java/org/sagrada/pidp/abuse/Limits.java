package org.sagrada.pidp.abuse;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what may happen only so often, for all processes together. A window begins with the first count and ends some minutes
 * later; what is over the limit ends the request with errno 114. Call it outside of any transaction, so that a count stays
 * whatever becomes of the request.
 */
@Component
public final class Limits {

    private static final String WRONG_PASSWORD = "wrong-password";
    private static final String WRONG_CODE = "wrong-code";
    private static final String MAIL = "mail";
    private static final String ACCOUNT = "account";
    private static final String CHANNEL = "mailbox-channel";
    private static final String MAILBOX_MISTAKE = "mailbox-mistake";
    private static final Duration CHANNEL_WINDOW = Duration.ofMinutes(10);
    private static final Duration MISTAKE_WINDOW = Duration.ofHours(1);

    private final JdbcClient database;
    private final LimitSettings settings;
    private final Clock clock;

    Limits(JdbcClient database, LimitSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Refuses further guesses of an account's password from an address that has used its own up. */
    public void requirePasswordAttempt(String uid, String clientAddress) {
        requireBelow(WRONG_PASSWORD, pair(uid, clientAddress), settings.wrongPasswords());
    }

    /** Counts a wrong password; refuses when it is over the limit, since many may have been on their way at once. */
    public void countWrongPassword(String uid, String clientAddress) {
        count(WRONG_PASSWORD, pair(uid, clientAddress), settings.wrongPasswords());
    }

    /** Forgets the wrong passwords of who showed the right one, or reads the account's mail. */
    public void forgiveWrongPasswords(String uid, String clientAddress) {
        forget(WRONG_PASSWORD, pair(uid, clientAddress));
    }

    /** Refuses further guesses of an account's code from an address that has used its own up. */
    public void requireCodeAttempt(String uid, String clientAddress) {
        requireBelow(WRONG_CODE, pair(uid, clientAddress), settings.wrongCodes());
    }

    /** Counts a wrong code. */
    public void countWrongCode(String uid, String clientAddress) {
        count(WRONG_CODE, pair(uid, clientAddress), settings.wrongCodes());
    }

    /** Counts a mail that a client asks for. */
    public void countMail(String mailAddress, String clientAddress) {
        count(MAIL, pair(mailAddress, clientAddress), settings.mails());
    }

    /** Refuses further accounts to an address that has made its share. */
    public void requireAccount(String clientAddress) {
        requireBelow(ACCOUNT, clientAddress, settings.accounts());
    }

    /** Counts an account that was made. */
    public void countAccount(String clientAddress) {
        count(ACCOUNT, clientAddress, Integer.MAX_VALUE);
    }

    /** Whether an address may use the mailbox: it has neither opened too many channels nor made too many mistakes. */
    public boolean mayUseMailbox(String clientAddress) {
        return usedUpUntil(CHANNEL, clientAddress, settings.mailboxChannels()).isEmpty()
                && usedUpUntil(MAILBOX_MISTAKE, clientAddress, settings.mailboxMistakes())
                        .isEmpty();
    }

    /** Counts a channel that an address opens, for ten minutes. */
    public void countMailboxChannel(String clientAddress) {
        count(CHANNEL, clientAddress, CHANNEL_WINDOW);
    }

    /** Counts a wrong id or an unknown channel, for an hour. */
    public void countMailboxMistake(String clientAddress) {
        count(MAILBOX_MISTAKE, clientAddress, MISTAKE_WINDOW);
    }

    private void requireBelow(String what, String who, int limit) {
        usedUpUntil(what, who, limit).ifPresent(this::refuseUntil);
    }

    private Optional<Timestamp> usedUpUntil(String what, String who, int limit) {
        return database.sql("""
                        SELECT ends_at FROM attempt
                        WHERE what = :what AND who = :who AND ends_at > :now AND counted >= :limit
                        """)
                .param("what", what)
                .param("who", who)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query(Timestamp.class)
                .optional();
    }

    private void count(String what, String who, int limit) {
        var counted = count(what, who, settings.window());
        if (counted.times() > limit) {
            refuseUntil(counted.endsAt());
        }
    }

    private Counted count(String what, String who, Duration window) {
        var now = clock.instant();
        return database.sql("""
                        INSERT INTO attempt (what, who, counted, ends_at) VALUES (:what, :who, 1, :ends)
                        ON CONFLICT (what, who) DO UPDATE
                        SET counted = CASE WHEN attempt.ends_at > :now THEN attempt.counted + 1 ELSE 1 END,
                            ends_at = CASE WHEN attempt.ends_at > :now THEN attempt.ends_at ELSE excluded.ends_at END
                        RETURNING counted, ends_at
                        """)
                .param("what", what)
                .param("who", who)
                .param("ends", Timestamp.from(now.plus(window)))
                .param("now", Timestamp.from(now))
                .query((row, index) -> new Counted(row.getInt("counted"), row.getTimestamp("ends_at")))
                .single();
    }

    private void forget(String what, String who) {
        database.sql("DELETE FROM attempt WHERE what = :what AND who = :who")
                .param("what", what)
                .param("who", who)
                .update();
    }

    private void refuseUntil(Timestamp end) {
        throw new Refusal(PidpError.tooManyRequests(Duration.between(clock.instant(), end.toInstant())));
    }

    private static String pair(String subject, String clientAddress) {
        return subject + " " + clientAddress;
    }

    private record Counted(int times, Timestamp endsAt) {}
}
