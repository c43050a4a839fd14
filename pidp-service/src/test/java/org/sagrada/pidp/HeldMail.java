package org.sagrada.pidp;

import org.sagrada.pidp.mail.MailOutbox;

/** Reads codes as the operator of a service without mail does. */
public record HeldMail(MailOutbox outbox) {

    /** The code of the newest mail to an address. */
    public String code(String recipient) {
        return outbox.newest("", 1000).stream()
                .filter(mail -> mail.recipient().equals(recipient) && mail.code() != null)
                .findFirst()
                .map(MailOutbox.Listed::code)
                .orElseThrow(() -> new AssertionError("No mail with a code to " + recipient));
    }
}
