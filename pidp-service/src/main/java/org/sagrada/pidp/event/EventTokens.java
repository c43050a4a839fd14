package org.sagrada.pidp.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.pidp.certificate.Issuer;
import org.sagrada.pidp.certificate.SigningKeys;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes Security Event Tokens (RFC 8417), signed with the key that signs at the time of pushing. */
@Component
final class EventTokens {

    private final SigningKeys keys;
    private final Issuer issuer;
    private final JsonMapper json;

    EventTokens(SigningKeys keys, Issuer issuer, JsonMapper json) {
        this.keys = keys;
        this.issuer = issuer;
        this.json = json;
    }

    String sign(EventReceiver receiver, OutgoingEvent event) {
        var key = keys.current();
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "RS256");
        header.put("typ", "secevent+jwt");
        header.put("kid", key.kid());
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer.name());
        claims.put("aud", receiver.audienceOrOrigin());
        claims.put("sub", event.uid());
        claims.put("jti", event.jti());
        claims.put("iat", event.createdAt().getEpochSecond());
        claims.put("events", json.readTree(event.events()));
        var signed = encode(header) + "." + encode(claims);
        return signed + "." + Base64Url.encode(key.key().sign(signed.getBytes(UTF_8)));
    }

    private String encode(Object part) {
        return Base64Url.encode(json.writeValueAsBytes(part));
    }
}
