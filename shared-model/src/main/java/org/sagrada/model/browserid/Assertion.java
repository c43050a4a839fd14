package org.sagrada.model.browserid;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assertion: the holder of a certified key says to one audience, for a while, that it is the one. Times are whole
 * milliseconds.
 *
 * @param audience an origin: scheme, host and, where it isn't the default, port
 * @param issuedAt optional; leave it out where clocks may differ
 * @param claims further members, by name
 */
public record Assertion(String audience, @Nullable Instant issuedAt, Instant expiresAt, Map<String, Object> claims) {

    /** An assertion as clients make them: for an audience, until a time, and nothing else. */
    public Assertion(String audience, Instant expiresAt) {
        this(audience, null, expiresAt, Map.of());
    }

    /** The bundle {@code certificate~assertion}, the assertion being signed by the certified key. */
    public String bundle(String certificate, SigningKey certifiedKey) {
        return certificate + "~" + sign(certifiedKey);
    }

    String sign(SigningKey certifiedKey) {
        Map<String, Object> payload = new LinkedHashMap<>(claims);
        if (issuedAt != null) {
            payload.put("iat", issuedAt.toEpochMilli());
        }
        payload.put("exp", expiresAt.toEpochMilli());
        payload.put("aud", audience);
        return SignedObject.sign(payload, certifiedKey);
    }

    static Assertion of(SignedObject signed) {
        Members members = new Members(signed.payload());
        return new Assertion(
                members.text("aud"), members.timeIfPresent("iat"), members.time("exp"), Claims.of(signed.payload()));
    }
}
