package org.sagrada.admin.node;

import org.jspecify.annotations.Nullable;

/** What to change of a node; null leaves it as it is. */
record NodeChanges(
        @Nullable Long capacity,
        @Nullable Boolean downed,
        @Nullable Boolean backoff,
        @Nullable Boolean draining) {}
