package org.sagrada.token.credential;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.sagrada.token.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Verifies whichever kind of credential a request has. */
@Component
public class Credentials {

    private final BrowserIdCredential browserId;
    private final BearerCredential bearer;
    private final Timer browserIdTime;
    private final Timer bearerTime;

    Credentials(BrowserIdCredential browserId, BearerCredential bearer, MeterRegistry metrics) {
        this.browserId = browserId;
        this.bearer = bearer;
        this.browserIdTime = metrics.timer("sagrada.token.verification", "credential", "browserid");
        this.bearerTime = metrics.timer("sagrada.token.verification", "credential", "bearer");
    }

    /** Who asks; throws the refusal of the first rule that isn't kept. */
    public Identity verify(CredentialHeaders headers) {
        String clientState = ClientState.parse(headers.clientState());
        Authorization authorization = Authorization.parse(headers.authorization());
        return switch (authorization.scheme()) {
            case "browserid", "browser-id" ->
                browserIdTime.record(() -> browserId.verify(authorization.value(), clientState, headers.host()));
            case "bearer" -> {
                KeyIdHeader keyId = KeyIdHeader.parse(headers.keyId());
                yield bearerTime.record(() -> bearer.verify(authorization.value(), keyId, clientState));
            }
            default ->
                throw Refusal.unauthorized("error", "body", "", "Unsupported", "scheme", "an unknown scheme")
                        .toException();
        };
    }
}
