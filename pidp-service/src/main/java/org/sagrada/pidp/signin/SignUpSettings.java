package org.sagrada.pidp.signin;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may make an account.
 *
 * @param mode the rule
 * @param domains of mail whose addresses may have accounts, for mode {@code domains}
 */
public record SignUpSettings(
        @DefaultValue("open") Mode mode, @DefaultValue List<String> domains) {

    /** The rules there are. An operator may make accounts under each of them. */
    public enum Mode {
        /** Everybody. */
        OPEN,
        /** Who has an invite. */
        INVITE,
        /** Who has an address in one of some domains, or an invite. */
        DOMAINS,
        /** Nobody. */
        CLOSED
    }

    /** Refuses a list that lets nobody in. */
    public SignUpSettings {
        if (mode == Mode.DOMAINS && domains.isEmpty()) {
            throw new IllegalArgumentException(
                    "sagrada.pidp.sign-up.domains must name a domain where sagrada.pidp.sign-up.mode is domains");
        }
    }
}
