package org.sagrada.model.token;

import org.sagrada.model.hawk.HawkCredentials;

/** What {@link TokenSecrets#verify} found. */
public sealed interface TokenVerdict {

    /** A token to act upon once a request signed with these credentials proves its holder. */
    record Valid(TokenPayload payload, HawkCredentials credentials) implements TokenVerdict {}

    /** Not a token: badly encoded, too short, or signed and yet no payload. The reason holds nothing of its content. */
    record Malformed(String reason) implements TokenVerdict {}

    /** None of the secrets signed it. */
    record BadSignature() implements TokenVerdict {}

    /** Signed for a node that isn't one of those asked about. */
    record WrongNode(TokenPayload payload) implements TokenVerdict {}

    /** Valid until {@code payload.expires()}; the rest is here so that a grace can apply. */
    record Expired(TokenPayload payload, HawkCredentials credentials) implements TokenVerdict {}
}
