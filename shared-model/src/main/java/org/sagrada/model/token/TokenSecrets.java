package org.sagrada.model.token;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.MalformedEncodingException;

/**
 * The master secrets that a token service and its nodes share. The newest signs and all verify, so a secret is changed
 * without an outage: give the new one to the nodes first, then to the token service, and take the old one away when
 * the last token it signed has expired. A secret's text is used as it is, even where it looks like hexadecimal.
 */
public final class TokenSecrets {

    private final List<TokenSecret> newestFirst;

    private TokenSecrets(List<TokenSecret> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /**
     * The secrets as configured, the one that signs first.
     *
     * @throws IllegalArgumentException for no secret at all, or an empty one
     */
    public static TokenSecrets newestFirst(List<String> secrets) {
        if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("tokens need at least one master secret, and none may be empty");
        }
        return new TokenSecrets(secrets.stream().map(TokenSecret::new).toList());
    }

    /** Signs with the newest secret. */
    public IssuedToken issue(TokenPayload payload) {
        TokenSecret newest = newestFirst.get(0);
        String token = newest.sign(TokenPayloadJson.write(payload));
        return new IssuedToken(token, newest.key(token, payload.salt()));
    }

    /**
     * Checks a token, in this order: encoding, signature, payload, node, expiry.
     *
     * @param nodes the root URLs under which the asking node is known
     */
    public TokenVerdict verify(String token, Collection<String> nodes, Instant now) {
        byte[] signed;
        try {
            signed = Base64Url.decodePadded(token);
        } catch (MalformedEncodingException malformed) {
            return new TokenVerdict.Malformed(String.valueOf(malformed.getMessage()));
        }
        int length = signed.length - TokenSecret.SIGNATURE_BYTES;
        if (length <= 0) {
            return new TokenVerdict.Malformed("too short");
        }
        byte[] payload = Arrays.copyOf(signed, length);
        byte[] signature = Arrays.copyOfRange(signed, length, signed.length);
        for (TokenSecret secret : newestFirst) {
            if (secret.signed(payload, signature)) {
                return verifyPayload(secret, token, payload, nodes, now);
            }
        }
        return new TokenVerdict.BadSignature();
    }

    private static TokenVerdict verifyPayload(
            TokenSecret secret, String token, byte[] json, Collection<String> nodes, Instant now) {
        TokenPayload payload;
        try {
            payload = TokenPayloadJson.read(json);
        } catch (IllegalArgumentException malformed) {
            return new TokenVerdict.Malformed(String.valueOf(malformed.getMessage()));
        }
        if (!nodes.contains(payload.node())) {
            return new TokenVerdict.WrongNode(payload);
        }
        var credentials = secret.credentials(token, payload.salt());
        return payload.expires().isAfter(now)
                ? new TokenVerdict.Valid(payload, credentials)
                : new TokenVerdict.Expired(payload, credentials);
    }

    @Override
    public String toString() {
        return "TokenSecrets[" + newestFirst.size() + ", redacted]";
    }
}
