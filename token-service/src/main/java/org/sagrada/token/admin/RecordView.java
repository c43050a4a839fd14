package org.sagrada.token.admin;

import org.jspecify.annotations.Nullable;

/** A record of a user's history as operators see, export and import it; times in ms since 1970. */
record RecordView(
        long uid,
        String email,
        long generation,
        long keysChangedAt,
        String clientState,
        long createdAt,
        @Nullable Long replacedAt,
        @Nullable String node) {}
