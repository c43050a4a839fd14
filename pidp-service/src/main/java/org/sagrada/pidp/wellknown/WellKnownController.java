package org.sagrada.pidp.wellknown;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.pidp.certificate.ListedKey;
import org.sagrada.pidp.certificate.SigningKeys;
import org.sagrada.service.url.PublicUrl;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The documents by which browsers and relying services find their way, and the list of keys. */
@RestController
class WellKnownController {

    /** Much shorter than the time a key is published before it signs. */
    private static final Duration KEYS_MAX_AGE = Duration.ofMinutes(1);

    private static final Duration ADDRESSES_MAX_AGE = Duration.ofDays(1);
    private static final Duration OPENID_MAX_AGE = Duration.ofHours(1);

    private final SigningKeys keys;
    private final WellKnownSettings settings;
    private final PublicUrl publicUrl;

    WellKnownController(SigningKeys keys, WellKnownSettings settings, PublicUrl publicUrl) {
        this.keys = keys;
        this.publicUrl = publicUrl;
        this.settings = settings;
    }

    @GetMapping("/.well-known/browserid")
    ResponseEntity<Map<String, Object>> browserId() {
        var listed = keys.published();
        var current = listed.getFirst();
        var publicKey = new LinkedHashMap<>(current.key().verifyingKey().toJson());
        publicKey.put("kid", current.kid());
        publicKey.put("fxa-createdAt", current.createdAt().getEpochSecond());
        var document = new LinkedHashMap<String, Object>();
        document.put("public-key", publicKey);
        document.put("authentication", settings.authenticationPath());
        document.put("provisioning", settings.provisioningPath());
        document.put("keys", jwks(listed));
        return cached(document, KEYS_MAX_AGE);
    }

    @GetMapping({"/.well-known/public-keys", "/v1/jwks"})
    ResponseEntity<Map<String, Object>> publicKeys() {
        return cached(Map.of("keys", jwks(keys.published())), KEYS_MAX_AGE);
    }

    /** The addresses by which a browser sets itself up, without a trailing slash. */
    @GetMapping("/.well-known/fxa-client-configuration")
    ResponseEntity<Map<String, Object>> clientConfiguration() {
        var here = publicUrl.toString();
        var document = new LinkedHashMap<String, Object>();
        document.put("auth_server_base_url", here);
        document.put("oauth_server_base_url", here);
        document.put("profile_server_base_url", here);
        // Ours does not pair; without an address a browser would ask its maker's server.
        document.put("pairing_server_base_uri", here.replaceFirst("^http", "ws"));
        if (settings.tokenServerUrl() != null) {
            document.put("sync_tokenserver_base_url", settings.tokenServerUrl().toString());
        }
        return cached(document, ADDRESSES_MAX_AGE);
    }

    /** What OpenID Connect Discovery asks for, and what Firefox on phones needs besides. */
    @GetMapping("/.well-known/openid-configuration")
    ResponseEntity<Map<String, Object>> openIdConfiguration() {
        var here = publicUrl.toString();
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", here);
        document.put("authorization_endpoint", here + "/authorization");
        document.put("token_endpoint", here + "/v1/oauth/token");
        document.put("revocation_endpoint", here + "/v1/oauth/destroy");
        document.put("introspection_endpoint", here + "/v1/introspect");
        document.put("userinfo_endpoint", here + "/v1/profile");
        document.put("jwks_uri", here + "/v1/jwks");
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query"));
        document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        document.put("scopes_supported", List.of("openid", "profile"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("token_endpoint_auth_methods_supported", List.of("none"));
        document.put("claims_supported", List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "amr", "acr"));
        return cached(document, OPENID_MAX_AGE);
    }

    private static List<Map<String, Object>> jwks(List<ListedKey> listed) {
        return listed.stream().map(ListedKey::jwk).toList();
    }

    private static ResponseEntity<Map<String, Object>> cached(Map<String, Object> document, Duration maxAge) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(maxAge).cachePublic())
                .body(document);
    }
}
