package org.sagrada.pidp.mail;

import org.jspecify.annotations.Nullable;

/**
 * How mail goes out. Without a host none does: addresses count as verified at once, and codes are shown to the operator.
 *
 * @param host of the SMTP server
 */
public record MailSettings(@Nullable String host) {

    /** Whether mail goes out at all. */
    public boolean isConfigured() {
        return host != null && !host.isBlank();
    }
}
