package org.sagrada.storage.bso;

/** What a write does to a number of a record that may be there or not. */
public sealed interface Edit {

    /** It stays as it is; a new record has none. */
    record Keep() implements Edit {}

    /** The record has none afterwards. */
    record Clear() implements Edit {}

    /** It gets this value. */
    record To(int value) implements Edit {}
}
