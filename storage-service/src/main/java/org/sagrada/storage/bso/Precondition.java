package org.sagrada.storage.bso;

import org.jspecify.annotations.Nullable;

/** What a request demands of the version of its target, versions in 1/100 s since 1970. */
public sealed interface Precondition {

    /** Nothing. */
    static Precondition none() {
        return new None();
    }

    /** Whether a read of a target with this version goes ahead. */
    Check check(long version);

    /** The greatest version at which a write goes ahead; null: any. */
    default @Nullable Long unmodifiedSince() {
        return null;
    }

    /** How a target meets a precondition. */
    enum Check {
        /** The request goes ahead. */
        MET,
        /** The client has it already. */
        NOT_MODIFIED,
        /** Somebody changed it. */
        CHANGED
    }

    /** Nothing is demanded. */
    record None() implements Precondition {
        @Override
        public Check check(long version) {
            return Check.MET;
        }
    }

    /** The target has to be newer than this; reads only. */
    record ModifiedSince(long version) implements Precondition {
        @Override
        public Check check(long target) {
            return target > version ? Check.MET : Check.NOT_MODIFIED;
        }
    }

    /** The target must not be newer than this; 0: must not exist. */
    record UnmodifiedSince(long version) implements Precondition {
        @Override
        public Check check(long target) {
            return target > version ? Check.CHANGED : Check.MET;
        }

        @Override
        public Long unmodifiedSince() {
            return version;
        }
    }
}
