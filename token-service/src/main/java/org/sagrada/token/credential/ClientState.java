package org.sagrada.token.credential;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sagrada.token.refusal.Refusal;

/** The header that names a user's encryption keys without telling them; empty where a client has none. */
final class ClientState {

    private static final String HEADER = "X-Client-State";
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9._-]{1,32}");

    private ClientState() {}

    /** The header's value if it has the form; an absent or an empty header is empty. */
    static String parse(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return "";
        }
        if (!FORM.matcher(header).matches()) {
            throw invalid(header.length() + " characters").toException();
        }
        return header;
    }

    static Refusal invalid(String detail) {
        return Refusal.of(400, "error", "header", HEADER, "Invalid client state value", "client-state-form", detail);
    }
}
