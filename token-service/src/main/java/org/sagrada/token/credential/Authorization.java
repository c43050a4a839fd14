package org.sagrada.token.credential;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sagrada.token.refusal.Refusal;

/**
 * The {@code Authorization} header taken apart.
 *
 * @param scheme in lower case
 */
record Authorization(String scheme, String value) {

    static Authorization parse(@Nullable String header) {
        String text = header == null ? "" : header.strip();
        int space = text.indexOf(' ');
        if (space < 0) {
            throw Refusal.unauthorized("error", "no-credential", "no Authorization header with a value")
                    .toException();
        }
        return new Authorization(
                text.substring(0, space).toLowerCase(Locale.ROOT),
                text.substring(space).strip());
    }

    @Override
    public String toString() {
        return "Authorization[" + scheme + ", redacted]";
    }
}
