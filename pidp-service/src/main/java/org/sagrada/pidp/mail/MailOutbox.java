package org.sagrada.pidp.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.url.PublicUrl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Mails on their way. One is added in the transaction that it tells of, so it goes out exactly when that happened. */
@Component
public final class MailOutbox {

    private final JdbcClient database;
    private final MailSettings settings;
    private final PublicUrl publicUrl;
    private final JsonMapper json;
    private final Clock clock;

    MailOutbox(JdbcClient database, MailSettings settings, PublicUrl publicUrl, JsonMapper json, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.json = json;
        this.clock = clock;
    }

    /** Writes a mail. Where no mail goes out it is held for the operator to read. */
    public void add(Mail mail) {
        var link = link(mail);
        var text = MailText.of(mail, link);
        var now = Timestamp.from(clock.instant());
        database.sql("""
                        INSERT INTO mail (kind, recipient, code, subject, text_body, html_body, headers, state,
                                          next_attempt_at, created_at)
                        VALUES (:kind, :recipient, :code, :subject, :text, :html, :headers, :state, :now, :now)
                        """)
                .param("kind", mail.kind().template())
                .param("recipient", mail.recipient())
                .param("code", mail.code())
                .param("subject", text.subject())
                .param("text", text.text())
                .param("html", text.html())
                .param("headers", headers(mail, link))
                .param("state", settings.isConfigured() ? "pending" : "held")
                .param("now", now)
                .update();
    }

    /**
     * The newest mails, sent or not, with their codes: for the operator alone.
     *
     * @param recipient whose mails, in lower case; empty for everybody's
     */
    public List<Listed> newest(String recipient, int limit) {
        return database.sql("""
                        SELECT id, kind, recipient, code, state, attempts, last_error, created_at
                        FROM mail WHERE :recipient = '' OR lower(recipient) = :recipient ORDER BY id DESC LIMIT :limit
                        """)
                .param("recipient", recipient)
                .param("limit", limit)
                .query((row, index) -> new Listed(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("recipient"),
                        row.getString("code"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("last_error"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    private String headers(Mail mail, @Nullable String link) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Template-Name", mail.kind().template());
        headers.put("X-Uid", mail.uid());
        var codeHeader = mail.kind().codeHeader();
        if (codeHeader != null && mail.code() != null) {
            headers.put(codeHeader, mail.code());
        }
        if (link != null) {
            headers.put("X-Link", link);
        }
        return json.writeValueAsString(headers);
    }

    private @Nullable String link(Mail mail) {
        var path = mail.kind().linkPath();
        if (path == null) {
            return null;
        }
        var link = UriComponentsBuilder.fromUriString(publicUrl + path)
                .queryParam("uid", mail.uid())
                .queryParam("code", "{code}");
        var values = new LinkedHashMap<String, String>();
        values.put("code", mail.code() == null ? "" : mail.code());
        mail.query().forEach((name, value) -> {
            link.queryParam(name, "{" + name + "}");
            values.put(name, value);
        });
        return link.encode().buildAndExpand(values).toUriString();
    }

    /**
     * A mail as the operator sees it.
     *
     * @param state {@code pending}, {@code sent}, {@code failed} or, where no mail goes out, {@code held}
     */
    public record Listed(
            long id,
            String kind,
            String recipient,
            @Nullable String code,
            String state,
            int attempts,
            @Nullable String lastError,
            Instant createdAt) {}
}
