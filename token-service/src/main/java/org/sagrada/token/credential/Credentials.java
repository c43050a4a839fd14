package org.sagrada.token.credential;

import org.sagrada.token.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Verifies whichever kind of credential a request has. */
@Component
public class Credentials {

    private final BrowserIdCredential browserId;

    Credentials(BrowserIdCredential browserId) {
        this.browserId = browserId;
    }

    /** Who asks; throws the refusal of the first rule that isn't kept. */
    public Identity verify(CredentialHeaders headers) {
        String clientState = ClientState.parse(headers.clientState());
        Authorization authorization = Authorization.parse(headers.authorization());
        return switch (authorization.scheme()) {
            case "browserid", "browser-id" -> browserId.verify(authorization.value(), clientState, headers.host());
            default ->
                throw Refusal.unauthorized("error", "body", "", "Unsupported", "scheme", "an unknown scheme")
                        .toException();
        };
    }
}
