package org.sagrada.token.assignment;

/** The rules that a request's generation, keys-changed-at and client state have to keep. */
public enum StateRule {
    /** The user is gone. */
    RETIRED("invalid-generation", ""),
    /** The keys changed after the password, which changes with them. */
    KEYS_CHANGED_AFTER_GENERATION("invalid-keysChangedAt", ""),
    /** Keys were known once, and now there are none. */
    CLIENT_STATE_EMPTY("invalid-client-state", "empty string"),
    /** Keys the user had before. */
    CLIENT_STATE_STALE("invalid-client-state", "stale value"),
    /** New keys without a newer password. */
    CLIENT_STATE_WITHOUT_GENERATION("invalid-client-state", "new value with no generation change"),
    /** New keys without a newer time of their change. */
    CLIENT_STATE_WITHOUT_KEYS_CHANGED_AT("invalid-client-state", "new value with no keys_changed_at change"),
    /** An older password. */
    GENERATION_FELL("invalid-generation", ""),
    /** Older keys. */
    KEYS_CHANGED_AT_FELL("invalid-keysChangedAt", "");

    private final String status;
    private final String reason;

    StateRule(String status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    /** The word clients decide by. */
    public String status() {
        return status;
    }

    /** What is wrong with the client state; empty for the other rules. */
    public String reason() {
        return reason;
    }
}
