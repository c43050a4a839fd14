package org.sagrada.pidp.event;

import java.util.LinkedHashMap;
import org.sagrada.pidp.certificate.Issuer;
import org.sagrada.pidp.certificate.JwtSigner;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes Security Event Tokens (RFC 8417), signed with the key that signs at the time of pushing. */
@Component
final class EventTokens {

    private static final String TYPE = "secevent+jwt";

    private final JwtSigner signer;
    private final Issuer issuer;
    private final JsonMapper json;

    EventTokens(JwtSigner signer, Issuer issuer, JsonMapper json) {
        this.signer = signer;
        this.issuer = issuer;
        this.json = json;
    }

    String sign(EventReceiver receiver, OutgoingEvent event) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer.name());
        claims.put("aud", receiver.audienceOrOrigin());
        claims.put("sub", event.uid());
        claims.put("jti", event.jti());
        claims.put("iat", event.createdAt().getEpochSecond());
        claims.put("events", json.readTree(event.events()));
        return signer.sign(TYPE, claims);
    }
}
