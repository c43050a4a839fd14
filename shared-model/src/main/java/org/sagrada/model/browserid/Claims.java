package org.sagrada.model.browserid;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a certificate or an assertion says beyond the members that BrowserID itself gives a meaning. */
final class Claims {

    private static final Set<String> RESERVED =
            Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "public-key", "pubkey", "principal");

    private Claims() {}

    /** The claims of a payload; members of its principal count too, but the payload's own win. */
    static Map<String, Object> of(Map<String, Object> payload) {
        Map<String, Object> claims = new LinkedHashMap<>();
        payload.forEach((name, value) -> {
            if (!RESERVED.contains(name)) {
                claims.put(name, value);
            }
        });
        if (payload.get("principal") instanceof Map<?, ?> principal) {
            principal.forEach((name, value) -> {
                // Two steps for a claim of value null: present, and not to be overwritten.
                if (name instanceof String text
                        && !text.equals("email")
                        && !RESERVED.contains(text)
                        && !claims.containsKey(text)) {
                    claims.put(text, value);
                }
            });
        }
        return Collections.unmodifiableMap(claims);
    }
}
