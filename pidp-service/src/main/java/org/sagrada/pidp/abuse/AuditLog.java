package org.sagrada.pidp.abuse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One line for each thing that matters to an account's safety, in a logger of its own; no line holds a secret or a mail address. */
@Component
public final class AuditLog {

    /** The logger's name, to be sent wherever the operator keeps such things. */
    public static final String LOGGER = "org.sagrada.pidp.audit";

    private static final Logger log = LoggerFactory.getLogger(LOGGER);

    AuditLog() {}

    /** What is noted. */
    public enum Happening {
        ACCOUNT_CREATED,
        ACCOUNT_DELETED,
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        SIGNED_IN,
        SIGNED_IN_AGAIN,
        SIGNED_OUT,
        WRONG_PASSWORD,
        WRONG_CODE,
        LIMIT_REACHED,
        UNBLOCKED,
        KEYS_FETCHED,
        PASSWORD_CHANGED,
        PASSWORD_UPGRADED,
        PASSWORD_RESET_ASKED,
        PASSWORD_RESET,
        EMAIL_VERIFIED,
        EMAIL_ADDED,
        EMAIL_REMOVED,
        EMAIL_CHANGED,
        SECOND_STEP_ON,
        SECOND_STEP_OFF,
        SECOND_STEP_PASSED,
        RECOVERY_CODE_USED,
        RECOVERY_CODES_REPLACED,
        RECOVERY_KEY_MADE,
        RECOVERY_KEY_FETCHED,
        RECOVERY_KEY_REMOVED,
        SERVICE_KEY_REMOVED,
        DEVICE_REVOKED,
        INVITE_MADE,
        LIMIT_LIFTED,
        SIGNING_KEY_ROTATED,
        MAILBOX_REPORT
    }

    /**
     * Notes what happened.
     *
     * @param uid the account, or empty
     * @param clientAddress where the request came from, or {@code operator}
     */
    public void note(Happening happening, String uid, String clientAddress) {
        log.info("{} uid={} address={}", happening, uid, clientAddress);
    }
}
