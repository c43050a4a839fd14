package org.sagrada.token.assignment;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in. Users who are known stay so, whatever is set here.
 *
 * @param allowed false closes the door to all
 * @param domains if any: only users whose principal is of these domains may come in, and those of {@code users}
 * @param users if any: only these principals may come in, such as {@code 5d41402abc4b2a76b9719d911017c592@accounts.example.org},
 *     and those of {@code domains}
 * @param perIssuer how many users of one issuer may come in within {@code window}
 * @param perAddress how many users may come in from one address within {@code window}
 * @param window of the two limits, which each process counts for itself
 */
public record NewUserSettings(
        @DefaultValue("true") boolean allowed,
        @DefaultValue List<String> domains,
        @DefaultValue List<String> users,
        @DefaultValue("10000") int perIssuer,
        @DefaultValue("1000") int perAddress,
        @DefaultValue("15m") Duration window) {

    /** Checks the values. */
    public NewUserSettings {
        if (perIssuer < 1 || perAddress < 1 || !window.isPositive()) {
            throw new IllegalArgumentException(
                    "sagrada.token.new-users: per-issuer, per-address and window must be more than 0");
        }
    }
}
