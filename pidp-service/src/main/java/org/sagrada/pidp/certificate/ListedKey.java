package org.sagrada.pidp.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.model.browserid.SigningKey;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Sha256;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of the PIdP's own keys.
 *
 * @param kid its name in documents and signatures
 * @param signsFrom when it takes over from the one before
 */
public record ListedKey(String kid, Instant createdAt, Instant signsFrom, SigningKey key) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static ListedKey of(StoredSigningKey stored) {
        var json = JSON.readValue(stored.secretKey(), new TypeReference<Map<String, Object>>() {});
        return new ListedKey(stored.kid(), stored.createdAt(), stored.signsFrom(), SigningKey.parse(json));
    }

    /** The name of a key: a hash of its public half. */
    static String kid(SigningKey key) {
        var text = JSON.writeValueAsString(key.verifyingKey().toJson());
        return Base64Url.encode(Sha256.hash(text.getBytes(UTF_8))).substring(0, 22);
    }

    String secretText() {
        return JSON.writeValueAsString(key.toSecretJson());
    }

    /** The public half as a JSON Web Key. */
    public Map<String, Object> jwk() {
        var jwk = new LinkedHashMap<>(key.verifyingKey().toJwk());
        jwk.put("alg", "RS256");
        jwk.put("use", "sig");
        jwk.put("kid", kid);
        jwk.put("fxa-createdAt", createdAt.getEpochSecond());
        return jwk;
    }

    @Override
    public String toString() {
        return "ListedKey[kid=" + kid + "]";
    }
}
