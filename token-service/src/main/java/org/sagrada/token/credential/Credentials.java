package org.sagrada.token.credential;

import org.sagrada.token.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Verifies whichever kind of credential a request has. */
@Component
public class Credentials {

    private final BrowserIdCredential browserId;
    private final BearerCredential bearer;

    Credentials(BrowserIdCredential browserId, BearerCredential bearer) {
        this.browserId = browserId;
        this.bearer = bearer;
    }

    /** Who asks; throws the refusal of the first rule that isn't kept. */
    public Identity verify(CredentialHeaders headers) {
        String clientState = ClientState.parse(headers.clientState());
        Authorization authorization = Authorization.parse(headers.authorization());
        return switch (authorization.scheme()) {
            case "browserid", "browser-id" -> browserId.verify(authorization.value(), clientState, headers.host());
            case "bearer" -> bearer.verify(authorization.value(), KeyIdHeader.parse(headers.keyId()), clientState);
            default ->
                throw Refusal.unauthorized("error", "body", "", "Unsupported", "scheme", "an unknown scheme")
                        .toException();
        };
    }
}
