package org.sagrada.storage.wire;

import org.jspecify.annotations.Nullable;
import org.sagrada.storage.bso.BsoPatch;

/** What a client's record came out as. */
public sealed interface ParsedBso {

    /** The id that the record names; null when it names none. */
    @Nullable
    String id();

    /** It can be written. */
    record Good(@Nullable String id, BsoPatch patch) implements ParsedBso {}

    /** It cannot; the others beside it may. */
    record Bad(@Nullable String id, String reason) implements ParsedBso {}
}
