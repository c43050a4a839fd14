package org.sagrada.pidp.abuse;

import java.time.Duration;

/** All that may happen only so often. */
enum Limit {
    WRONG_PASSWORD("wrong-password"),
    WRONG_CODE("wrong-code"),
    MAIL("mail"),
    ACCOUNT("account"),
    MAILBOX_CHANNEL("mailbox-channel"),
    MAILBOX_MISTAKE("mailbox-mistake");

    private final String word;

    Limit(String word) {
        this.word = word;
    }

    /** How the database, the metrics and the operator call it. */
    String word() {
        return word;
    }

    /** How often it may happen within the window. */
    int most(LimitSettings settings) {
        return switch (this) {
            case WRONG_PASSWORD -> settings.wrongPasswords();
            case WRONG_CODE -> settings.wrongCodes();
            case MAIL -> settings.mails();
            case ACCOUNT -> settings.accounts();
            case MAILBOX_CHANNEL -> settings.mailboxChannels();
            case MAILBOX_MISTAKE -> settings.mailboxMistakes();
        };
    }

    /** How long is counted. */
    Duration window(LimitSettings settings) {
        return switch (this) {
            case WRONG_PASSWORD, WRONG_CODE, MAIL, ACCOUNT -> settings.window();
            case MAILBOX_CHANNEL -> Duration.ofMinutes(10);
            case MAILBOX_MISTAKE -> Duration.ofHours(1);
        };
    }
}
