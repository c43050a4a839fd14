package org.sagrada.pidp.mail;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sends what the outbox holds; a server that is away is asked again, later each time, for a day. */
@Component
class MailDispatcher {

    private static final Logger log = LoggerFactory.getLogger(MailDispatcher.class);
    private static final int MOST_ATTEMPTS = 12;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final JdbcClient database;
    private final MailSettings settings;
    private final JavaMailSenderImpl smtp;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final MeterRegistry metrics;
    private final Clock clock;

    MailDispatcher(
            JdbcClient database,
            MailSettings settings,
            TransactionOperations transaction,
            JsonMapper json,
            MeterRegistry metrics,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.smtp = smtp(settings);
        this.transaction = transaction;
        this.json = json;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void dispatch() {
        if (settings.isConfigured()) {
            // One transaction for each: what went out is not sent again whatever becomes of the next.
            for (var more = true; more; ) {
                more = transaction.execute(status -> {
                    var due = due();
                    due.ifPresent(this::send);
                    return due.isPresent();
                });
            }
        }
    }

    /** Of several processes, each takes other mails. */
    private Optional<Due> due() {
        return database.sql("""
                        SELECT id, recipient, subject, text_body, html_body, headers, attempts
                        FROM mail WHERE state = 'pending' AND next_attempt_at <= :now
                        ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> new Due(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("text_body"),
                        row.getString("html_body"),
                        row.getString("headers"),
                        row.getInt("attempts")))
                .optional();
    }

    private void send(Due mail) {
        try {
            var message = smtp.createMimeMessage();
            var writer = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            writer.setFrom(String.valueOf(settings.from()), settings.fromName());
            writer.setTo(mail.recipient());
            writer.setSubject(mail.subject());
            writer.setText(mail.text(), mail.html());
            for (var header : json.readValue(mail.headers(), new TypeReference<Map<String, String>>() {})
                    .entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            smtp.send(message);
            update(mail, "sent", Duration.ZERO, null);
            count("sent");
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            log.warn("Mail {} did not go out: {}", mail.id(), e.getClass().getSimpleName());
            var hopeless = e instanceof MailParseException || mail.attempts() + 1 >= MOST_ATTEMPTS;
            count(hopeless ? "failed" : "postponed");
            update(
                    mail,
                    hopeless ? "failed" : "pending",
                    pause(mail.attempts()),
                    e.getClass().getSimpleName());
        }
    }

    private void count(String outcome) {
        metrics.counter("sagrada.pidp.mails", "outcome", outcome).increment();
    }

    private void update(Due mail, String state, Duration pause, @Nullable String error) {
        database.sql("""
                        UPDATE mail SET state = :state, attempts = attempts + 1, next_attempt_at = :next, last_error = :error
                        WHERE id = :id
                        """)
                .param("state", state)
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .param("error", error)
                .param("id", mail.id())
                .update();
    }

    private static Duration pause(int attempts) {
        return Duration.ofSeconds(10L << Math.min(attempts, 10));
    }

    private static JavaMailSenderImpl smtp(MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.username());
        sender.setPassword(settings.password());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = new Properties();
        var timeout = Long.toString(TIMEOUT.toMillis());
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        var starttls = settings.encryption() == MailSettings.Encryption.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.encryption() == MailSettings.Encryption.TLS));
        properties.put("mail.mime.allowutf8", "true");
        sender.setJavaMailProperties(properties);
        return sender;
    }

    private record Due(
            long id, String recipient, String subject, String text, String html, String headers, int attempts) {}
}
