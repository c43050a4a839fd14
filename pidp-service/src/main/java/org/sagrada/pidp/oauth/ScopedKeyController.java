package org.sagrada.pidp.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.pidp.oauth.client.OAuthClient;
import org.sagrada.pidp.oauth.client.OAuthClients;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page needs to derive the keys of scopes from kB, and the name of the program that asks for them. */
@RestController
class ScopedKeyController {

    /** The key of Sync is kB's own; keys of other scopes begin anew whenever kB does. */
    private static final String NO_ROTATION_SECRET = "0".repeat(64);

    private final OAuthClients clients;

    ScopedKeyController(OAuthClients clients) {
        this.clients = clients;
    }

    @PostMapping({"/v1/account/scoped-key-data", "/v1/key-data"})
    Map<String, KeyData> keyData(SignedIn signedIn, JsonBody body) {
        var client = clients.require(body.text("client_id", TextRule.CLIENT_ID));
        var scope = clients.allowed(client, body.text("scope", TextRule.SCOPE));
        signedIn.requireVerified();
        var data = new LinkedHashMap<String, KeyData>();
        for (var one : scope.scopes()) {
            if (clients.hasKey(one)) {
                data.put(
                        one.text(),
                        new KeyData(
                                one.text(),
                                NO_ROTATION_SECRET,
                                signedIn.account().keysChangedAt().toEpochMilli()));
            }
        }
        return data;
    }

    @GetMapping({"/v1/client/{id}", "/v1/oauth/client/{id}"})
    Named client(@PathVariable String id) {
        return Named.of(clients.require(id));
    }

    /**
     * @param identifier what goes into the derivation
     * @param keyRotationTimestamp in ms
     */
    record KeyData(String identifier, String keyRotationSecret, long keyRotationTimestamp) {}

    record Named(
            String id,
            String name,
            boolean trusted,
            @JsonProperty("image_uri") String imageUri,
            @JsonProperty("redirect_uri") String redirectUri) {

        static Named of(OAuthClient client) {
            return new Named(
                    client.id(), client.name(), true, "", client.redirectUris().getFirst());
        }
    }
}
