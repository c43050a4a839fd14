package org.sagrada.pidp.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out. Without a host none does: addresses count as verified at once, and codes are shown to the operator.
 *
 * @param host of the SMTP server
 * @param port of the SMTP server
 * @param username when the server wants one
 * @param password when the server wants one
 * @param encryption of the connection
 * @param from the sender's address
 * @param fromName the sender's name
 * @param confirmSignIns whether each sign-in is confirmed by a code that is mailed
 */
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("starttls") Encryption encryption,
        @Nullable String from,
        @DefaultValue("Sagrada") String fromName,
        @DefaultValue("false") boolean confirmSignIns) {

    /** How the connection to the SMTP server is protected. */
    public enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }

    /** Refuses a server without a sender. */
    public MailSettings {
        if (host != null && !host.isBlank() && (from == null || from.isBlank())) {
            throw new IllegalArgumentException("sagrada.pidp.mail.from must be given where sagrada.pidp.mail.host is");
        }
    }

    /** Whether mail goes out at all. */
    public boolean isConfigured() {
        return host != null && !host.isBlank();
    }

    /** Whether sign-ins are confirmed by mail, and mail goes out. */
    public boolean confirmsSignIns() {
        return confirmSignIns && isConfigured();
    }

    @Override
    public String toString() {
        return "MailSettings[host=" + host + "]";
    }
}
