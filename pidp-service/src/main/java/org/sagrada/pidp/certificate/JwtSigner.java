package org.sagrada.pidp.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.model.crypto.Base64Url;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Signs JSON Web Tokens (RFC 7519) in their compact form, with the key that signs at the time. */
@Component
public final class JwtSigner {

    private final SigningKeys keys;
    private final JsonMapper json;

    JwtSigner(SigningKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * A signed token.
     *
     * @param type the header {@code typ}, which keeps one kind of token from passing as another
     */
    public String sign(String type, Map<String, Object> claims) {
        var key = keys.current();
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "RS256");
        header.put("typ", type);
        header.put("kid", key.kid());
        var signed = encode(header) + "." + encode(claims);
        return signed + "." + Base64Url.encode(key.key().sign(signed.getBytes(UTF_8)));
    }

    private String encode(Object part) {
        return Base64Url.encode(json.writeValueAsBytes(part));
    }
}
