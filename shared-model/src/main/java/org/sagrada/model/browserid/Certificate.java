package org.sagrada.model.browserid;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An identity certificate: an issuer's word that a key belongs to an e-mail address for a while. Times are whole
 * milliseconds.
 *
 * @param issuer host and, where it isn't the default, port of the identity provider
 * @param email the principal
 * @param publicKey the key that assertions of this principal are signed with
 * @param issuedAt may be absent in certificates of others
 * @param claims further members, by name; see {@link FxaClaims}. Reserved names are not among them
 */
public record Certificate(
        String issuer,
        String email,
        VerifyingKey publicKey,
        @Nullable Instant issuedAt,
        Instant expiresAt,
        Map<String, Object> claims) {

    /** The certificate in compact form, signed by the issuer's key. */
    public String sign(SigningKey issuerKey) {
        Map<String, Object> payload = new LinkedHashMap<>(claims);
        payload.put("public-key", publicKey.toJson());
        payload.put("principal", Map.of("email", email));
        if (issuedAt != null) {
            payload.put("iat", issuedAt.toEpochMilli());
        }
        payload.put("exp", expiresAt.toEpochMilli());
        payload.put("iss", issuer);
        return SignedObject.sign(payload, issuerKey);
    }

    /**
     * Reads a certificate <em>without</em> verifying it: what its holder may do to learn when it expires.
     *
     * @throws MalformedBrowserIdException if it isn't one
     */
    public static Certificate read(String certificate) {
        return of(SignedObject.parse(certificate));
    }

    static Certificate of(SignedObject signed) {
        Members members = new Members(signed.payload());
        return new Certificate(
                members.text("iss"),
                new Members(members.object("principal")).text("email"),
                VerifyingKey.parse(members.object("public-key")),
                members.timeIfPresent("iat"),
                members.time("exp"),
                Claims.of(signed.payload()));
    }
}
