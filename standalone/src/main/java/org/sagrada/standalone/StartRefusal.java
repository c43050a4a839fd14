package org.sagrada.standalone;

import org.jspecify.annotations.Nullable;

/** The stack cannot start, for a reason that its operator can mend. The message is one line that says how. */
public final class StartRefusal extends RuntimeException {

    /** Refuses with a line for the operator. */
    public StartRefusal(String message) {
        this(message, null);
    }

    /** As {@link #StartRefusal(String)}, with the failure beneath for the log. */
    public StartRefusal(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
