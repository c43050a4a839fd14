package org.sagrada.browsertest.pages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.SyncKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Firefox as far as a page sees it: the parameters that it opens the page with, and the channel that it listens on. */
final class FakeFirefox {

    static final String VERIFIER = "a-verifier-of-a-test-that-is-long-enough-for-the-rule";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Kind kind;
    private final ECKey key;
    private final Map<String, Object> settings = new LinkedHashMap<>();

    FakeFirefox(Kind kind) {
        this.kind = kind;
        try {
            this.key = new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        settings.put("signedInUser", null);
        settings.put("mayLink", true);
        settings.put("flow", flow());
        settings.put("engines", kind.engines());
        settings.put("isOnPhone", kind.equals(Kind.ANDROID));
    }

    /** Somebody is signed in to it already. */
    FakeFirefox signedIn(String email, String uid, String sessionToken) {
        settings.put(
                "signedInUser", Map.of("email", email, "uid", uid, "sessionToken", sessionToken, "verified", true));
        return this;
    }

    /** Its user does not want the account linked. */
    FakeFirefox refusingToLink() {
        settings.put("mayLink", false);
        return this;
    }

    /** What it asks the token endpoint with. */
    String clientId() {
        return kind.clientId();
    }

    /** A page opened in it. */
    Visitor visitor(Site site) {
        var visitor = site.visitor(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setUserAgent("Mozilla/5.0 (%s; rv:153.0) Gecko/20100101 Firefox/153.0".formatted(kind.platform())));
        visitor.page().addInitScript(script());
        return visitor;
    }

    /** What Firefox adds to the address of the start page. */
    String query(@Nullable String email) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("context", "oauth_webchannel_v1");
        parameters.put("entrypoint", "fxa_app_menu");
        parameters.put("action", "email");
        parameters.put("service", "sync");
        flow().forEach((name, value) -> parameters.put(name, value.toString()));
        if (email != null) {
            parameters.put("email", email);
        }
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** What the page said on the channel, in its order. */
    static List<JsonNode> heard(Visitor visitor) {
        var kept = visitor.page().evaluate("sessionStorage.getItem('heard') ?? '[]'");
        return JSON.readTree(String.valueOf(kept)).valueStream().toList();
    }

    static List<String> commands(Visitor visitor) {
        return heard(visitor).stream()
                .map(message -> message.get("command").stringValue())
                .toList();
    }

    /** The data of the last message of a command. */
    static JsonNode said(Visitor visitor, String command) {
        return heard(visitor).stream()
                .filter(message -> message.get("command").stringValue().equals(command))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("The page never said " + command))
                .get("data");
    }

    /** Opens what was sealed for this Firefox. */
    JsonNode open(String jwe) {
        try {
            var sealed = JWEObject.parse(jwe);
            sealed.decrypt(new ECDHDecrypter(key));
            return JSON.readTree(sealed.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, Object> flow() {
        var flow = new LinkedHashMap<String, Object>();
        flow.put("client_id", kind.clientId());
        flow.put("response_type", "code");
        flow.put("access_type", "offline");
        flow.put("scope", kind.scope());
        flow.put("state", "state-of-a-test");
        flow.put("code_challenge", challenge());
        flow.put("code_challenge_method", "S256");
        flow.put("keys_jwk", Base64URL.encode(key.toPublicJWK().toJSONString()).toString());
        return flow;
    }

    private static String challenge() {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private String script() {
        return Resource.text("firefox.js").replace("SETTINGS", JSON.writeValueAsString(settings));
    }

    /** Where a Firefox runs, with what it differs in. */
    record Kind(String clientId, String platform, String scope, List<String> engines) {

        static final Kind DESK = new Kind(
                "5882386c6d801776",
                "X11; Linux x86_64",
                SyncKeys.SCOPE + " profile",
                List.of("addons", "bookmarks", "history", "passwords", "prefs", "tabs", "addresses", "creditcards"));

        static final Kind ANDROID = new Kind(
                "a2270f727f45f648",
                "Android 15; Mobile",
                "profile " + SyncKeys.SCOPE + " https://identity.mozilla.com/tokens/session",
                List.of("bookmarks", "history", "passwords", "tabs", "addresses", "creditcards"));
    }
}
