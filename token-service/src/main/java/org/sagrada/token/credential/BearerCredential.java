package org.sagrada.token.credential;

import com.nimbusds.jose.JWSObject;
import org.sagrada.token.refusal.Refusal;
import org.springframework.stereotype.Component;

/** OAuth tokens, with the id of the user's keys beside them. */
@Component
class BearerCredential {

    private final JwtAccessTokens jwts;
    private final OpaqueAccessTokens opaque;

    BearerCredential(JwtAccessTokens jwts, OpaqueAccessTokens opaque) {
        this.jwts = jwts;
        this.opaque = opaque;
    }

    Identity verify(String token, KeyIdHeader keyId, String clientState) {
        if (!clientState.isEmpty() && !clientState.equals(keyId.clientState())) {
            throw Refusal.unauthorized("invalid-client-state", "client-state-mismatch", "not that of the key id")
                    .toException();
        }
        AccessToken verified = verify(token);
        return new Identity(
                verified.user() + "@" + verified.issuer().issuerName(),
                verified.issuer().issuerName(),
                verified.generation(),
                keyId.keysChangedAt(),
                keyId.clientState(),
                null);
    }

    private AccessToken verify(String token) {
        // Only what could be no JWT at all is asked about: rubbish in that form must not make us call anybody.
        if (token.indexOf('.') < 0) {
            return opaque.verify(token);
        }
        JWSObject jwt = CompactJws.parseOrNull(token);
        if (jwt == null) {
            throw JwtAccessTokens.refusal("token-form", "no JWT").toException();
        }
        return jwts.verify(jwt);
    }
}
