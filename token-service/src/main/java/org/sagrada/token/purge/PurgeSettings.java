package org.sagrada.token.purge;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the data of replaced records is deleted.
 *
 * @param grace for how long it stays after its record was replaced; that of deleted and reset accounts doesn't
 * @param forgetAfter how long after being replaced a record itself goes; longer than any certificate or OAuth token
 *     counts, since it is what refuses those of a deleted account
 * @param batch how many deletions are asked of the nodes at a time
 * @param pause between two batches; so {@code batch / pause} bounds the rate
 * @param timeout of one deletion
 * @param longestRetry the longest time until a failed deletion is tried again; the first is after a second
 * @param endpoint the user's address on the node, with {@code {node}} and {@code {uid}} to be filled in
 */
public record PurgeSettings(
        @DefaultValue("1d") Duration grace,
        @DefaultValue("7d") Duration forgetAfter,
        @DefaultValue("10") int batch,
        @DefaultValue("500ms") Duration pause,
        @DefaultValue("4s") Duration timeout,
        @DefaultValue("10m") Duration longestRetry,
        @DefaultValue("{node}/2.0/{uid}") String endpoint) {

    /** Checks the values. */
    public PurgeSettings {
        if (grace.isNegative() || forgetAfter.compareTo(grace) < 0 || forgetAfter.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "sagrada.token.purge.forget-after must be at least 1d and no less than sagrada.token.purge.grace");
        }
        if (batch < 1 || !pause.isPositive() || !timeout.isPositive() || !longestRetry.isPositive()) {
            throw new IllegalArgumentException(
                    "sagrada.token.purge: batch, pause, timeout and longest-retry must be more than 0");
        }
    }
}
