package org.sagrada.pidp.abuse;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    private final JdbcClient database;
    private final LimitSettings settings;
    private final AuditLog audit;
    private final MeterRegistry metrics;
    private final Clock clock;

    Limits(JdbcClient database, LimitSettings settings, AuditLog audit, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Refuses further guesses of an account's password from an address that has used its own up. */
    public void requirePasswordAttempt(String uid, String clientAddress) {
        requireBelow(Limit.WRONG_PASSWORD, pair(uid, clientAddress));
    }

    /** Counts a wrong password; refuses when it is over the limit, since many may have been on their way at once. */
    public void countWrongPassword(String uid, String clientAddress) {
        audit.note(AuditLog.Happening.WRONG_PASSWORD, uid, clientAddress);
        countWrong(Limit.WRONG_PASSWORD, uid, clientAddress);
    }

    /** Forgets the wrong passwords of who reads the account's mail. */
    public void forgiveWrongPasswords(String uid, String clientAddress) {
        forget(Limit.WRONG_PASSWORD.word(), pair(uid, clientAddress));
    }

    /** Refuses further guesses of an account's code from an address that has used its own up. */
    public void requireCodeAttempt(String uid, String clientAddress) {
        requireBelow(Limit.WRONG_CODE, pair(uid, clientAddress));
    }

    /** Counts a wrong code. */
    public void countWrongCode(String uid, String clientAddress) {
        audit.note(AuditLog.Happening.WRONG_CODE, uid, clientAddress);
        countWrong(Limit.WRONG_CODE, uid, clientAddress);
    }

    /** Counts a mail that a client asks for. */
    public void countMail(String mailAddress, String clientAddress) {
        requireWithin(Limit.MAIL, count(Limit.MAIL, pair(mailAddress, clientAddress)));
    }

    /** Refuses further accounts to an address that has made its share. */
    public void requireAccount(String clientAddress) {
        requireBelow(Limit.ACCOUNT, clientAddress);
    }

    /** Counts an account that was made. */
    public void countAccount(String clientAddress) {
        count(Limit.ACCOUNT, clientAddress);
    }

    /** Whether an address may use the mailbox: it has neither opened too many channels nor made too many mistakes. */
    public boolean mayUseMailbox(String clientAddress) {
        return Stream.of(Limit.MAILBOX_CHANNEL, Limit.MAILBOX_MISTAKE).noneMatch(limit -> {
            var isUsedUp = usedUpUntil(limit, clientAddress).isPresent();
            if (isUsedUp) {
                countHit(limit);
            }
            return isUsedUp;
        });
    }

    /** Counts a channel that an address opens. */
    public void countMailboxChannel(String clientAddress) {
        count(Limit.MAILBOX_CHANNEL, clientAddress);
    }

    /** Counts a wrong id or an unknown channel. */
    public void countMailboxMistake(String clientAddress) {
        count(Limit.MAILBOX_MISTAKE, clientAddress);
    }

    /** The limits that are used up now, for the operator; at most so many of each kind. */
    public List<UsedUp> usedUp(int most) {
        return Arrays.stream(Limit.values())
                .flatMap(limit -> usedUp(limit, most).stream())
                .toList();
    }

    /** Forgets what was counted for somebody; false when there was nothing. */
    public boolean lift(String what, String who) {
        return forget(what, who);
    }

    private List<UsedUp> usedUp(Limit limit, int most) {
        return database.sql("""
                        SELECT who, counted, ends_at FROM attempt
                        WHERE what = :what AND ends_at > :now AND counted >= :limit ORDER BY ends_at DESC, who LIMIT :most
                        """)
                .param("what", limit.word())
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit.most(settings))
                .param("most", most)
                .query((row, index) -> new UsedUp(
                        limit.word(),
                        row.getString("who"),
                        row.getInt("counted"),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
    }

    private void requireBelow(Limit limit, String who) {
        usedUpUntil(limit, who).ifPresent(end -> refuseUntil(limit, end));
    }

    private Optional<Instant> usedUpUntil(Limit limit, String who) {
        return database.sql("""
                        SELECT ends_at FROM attempt
                        WHERE what = :what AND who = :who AND ends_at > :now AND counted >= :limit
                        """)
                .param("what", limit.word())
                .param("who", who)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit.most(settings))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private void countWrong(Limit limit, String uid, String clientAddress) {
        var counted = count(limit, pair(uid, clientAddress));
        if (counted.times() == limit.most(settings)) {
            audit.note(AuditLog.Happening.LIMIT_REACHED, uid, clientAddress);
        }
        requireWithin(limit, counted);
    }

    private void requireWithin(Limit limit, Counted counted) {
        if (counted.times() > limit.most(settings)) {
            refuseUntil(limit, counted.endsAt());
        }
    }

    private Counted count(Limit limit, String who) {
        var now = clock.instant();
        return database.sql("""
                        INSERT INTO attempt (what, who, counted, ends_at) VALUES (:what, :who, 1, :ends)
                        ON CONFLICT (what, who) DO UPDATE
                        SET counted = CASE WHEN attempt.ends_at > :now THEN attempt.counted + 1 ELSE 1 END,
                            ends_at = CASE WHEN attempt.ends_at > :now THEN attempt.ends_at ELSE excluded.ends_at END
                        RETURNING counted, ends_at
                        """)
                .param("what", limit.word())
                .param("who", who)
                .param("ends", Timestamp.from(now.plus(limit.window(settings))))
                .param("now", Timestamp.from(now))
                .query((row, index) -> new Counted(
                        row.getInt("counted"), row.getTimestamp("ends_at").toInstant()))
                .single();
    }

    private boolean forget(String what, String who) {
        return database.sql("DELETE FROM attempt WHERE what = :what AND who = :who")
                        .param("what", what)
                        .param("who", who)
                        .update()
                > 0;
    }

    private void refuseUntil(Limit limit, Instant end) {
        countHit(limit);
        throw new Refusal(PidpError.tooManyRequests(Duration.between(clock.instant(), end)));
    }

    private void countHit(Limit limit) {
        metrics.counter("sagrada.pidp.limit.hits", "limit", limit.word()).increment();
    }

    private static String pair(String subject, String clientAddress) {
        return subject + " " + clientAddress;
    }

    private record Counted(int times, Instant endsAt) {}

    /**
     * A limit that somebody has used up.
     *
     * @param what is limited
     * @param who is limited: an address, before it the account or the mailbox that the limit is about
     * @param counted how often it happened
     */
    public record UsedUp(String what, String who, int counted, Instant endsAt) {}
}
