package org.sagrada.pidp.admin;

import org.jspecify.annotations.Nullable;

/**
 * The management API.
 *
 * @param token which a request shows as {@code Authorization: Bearer}; without one there is no management API
 */
public record AdminSettings(@Nullable String token) {

    private static final int SHORTEST = 16;

    /** Refuses a token that could be guessed. */
    public AdminSettings {
        if (token != null && !token.isBlank() && token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "sagrada.pidp.admin.token must have at least " + SHORTEST + " characters");
        }
    }

    boolean isEnabled() {
        return token != null && !token.isBlank();
    }

    @Override
    public String toString() {
        return "AdminSettings[token hidden]";
    }
}
