package org.sagrada.token.user;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The records of one user, newest first; those before the latest twenty are forgotten. */
public record UserHistory(List<UserRecord> records) {

    private static final Comparator<UserRecord> CURRENCY = Comparator.<UserRecord>comparingLong(
                    record -> record.state().generation())
            .thenComparingLong(UserRecord::createdAt)
            .thenComparingLong(UserRecord::uid);

    /** The record that counts: that of the greatest generation, then the newest. Empty for a user never seen. */
    public Optional<UserRecord> current() {
        return records.stream().max(CURRENCY);
    }

    /** The record in use; empty when the user has none. */
    public Optional<UserRecord> live() {
        return records.stream().filter(UserRecord::isLive).findFirst();
    }

    /** The client states the user had before the one of the current record. */
    public Set<String> oldClientStates() {
        String now = current().map(record -> record.state().clientState()).orElse("");
        return records.stream()
                .map(record -> record.state().clientState())
                .filter(state -> !state.equals(now))
                .collect(Collectors.toUnmodifiableSet());
    }
}
