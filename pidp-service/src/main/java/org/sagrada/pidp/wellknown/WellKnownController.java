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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The BrowserID support document and the list of keys. */
@RestController
@RequestMapping("/.well-known")
class WellKnownController {

    /** Much shorter than the time a key is published before it signs. */
    private static final Duration KEYS_MAX_AGE = Duration.ofMinutes(1);

    private static final Duration ADDRESSES_MAX_AGE = Duration.ofDays(1);

    private final SigningKeys keys;
    private final WellKnownSettings settings;
    private final PublicUrl publicUrl;

    WellKnownController(SigningKeys keys, WellKnownSettings settings, PublicUrl publicUrl) {
        this.keys = keys;
        this.publicUrl = publicUrl;
        this.settings = settings;
    }

    @GetMapping("/browserid")
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
        return cached(document);
    }

    @GetMapping("/public-keys")
    ResponseEntity<Map<String, Object>> publicKeys() {
        return cached(Map.of("keys", jwks(keys.published())));
    }

    /** The addresses by which a browser sets itself up, without a trailing slash. */
    @GetMapping("/fxa-client-configuration")
    ResponseEntity<Map<String, Object>> clientConfiguration() {
        var here = publicUrl.toString();
        var document = new LinkedHashMap<String, Object>();
        document.put("auth_server_base_url", here);
        document.put("oauth_server_base_url", here);
        document.put("profile_server_base_url", here);
        document.put("pairing_server_base_uri", here);
        if (settings.tokenServerUrl() != null) {
            document.put("sync_tokenserver_base_url", settings.tokenServerUrl().toString());
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(ADDRESSES_MAX_AGE).cachePublic())
                .body(document);
    }

    private static List<Map<String, Object>> jwks(List<ListedKey> listed) {
        return listed.stream().map(ListedKey::jwk).toList();
    }

    private static ResponseEntity<Map<String, Object>> cached(Map<String, Object> document) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEYS_MAX_AGE).cachePublic())
                .body(document);
    }
}
