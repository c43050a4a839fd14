package org.sagrada.pidp.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.util.HashMap;
import java.util.Map;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.PidpClient;

/** Asks for codes as a page does, and redeems them as a browser does. */
public final class OAuthClientForTests {

    public static final String DESKTOP = "5882386c6d801776";
    public static final String ANDROID = "a2270f727f45f648";
    public static final String SYNC = "https://identity.mozilla.com/apps/oldsync";
    public static final String SESSION_SCOPE = "https://identity.mozilla.com/tokens/session";
    public static final String VERIFIER = "a-verifier-of-this-test-that-has-43-characters-or-more";
    public static final String JWE = "eyJhbGciOiJFQ0RILUVTIn0..aXY.Y2lwaGVydGV4dA.dGFn";

    private final PidpClient client;

    public OAuthClientForTests(PidpClient client) {
        this.client = client;
    }

    /** What a page asks for; single members can be changed. */
    public static Map<String, Object> request(String clientId) {
        var request = new HashMap<String, Object>();
        request.put("client_id", clientId);
        request.put("state", "a state & more");
        request.put("scope", SYNC + " profile");
        request.put("access_type", "offline");
        request.put("response_type", "code");
        request.put("code_challenge", Base64Url.encode(Sha256.hash(VERIFIER.getBytes(US_ASCII))));
        request.put("code_challenge_method", "S256");
        request.put("keys_jwe", JWE);
        return request;
    }

    public Answer authorize(Map<String, Object> request, String session) {
        return client.post("/v1/oauth/authorization", request, SESSION, session);
    }

    /** A code for Sync. */
    public String code(String clientId, String session) {
        var answer = authorize(request(clientId), session);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.text("code");
    }

    /** Redeems a code without a session, as phones do. */
    public Answer redeem(String clientId, String code, String verifier) {
        return client.post("/v1/oauth/token", redemption(clientId, code, verifier));
    }

    /** Redeems a code with a session, as the desktop does. */
    public Answer redeem(String clientId, String code, String verifier, String session) {
        return client.post("/v1/oauth/token", redemption(clientId, code, verifier), SESSION, session);
    }

    /** Everything a phone gets. */
    public Answer signInPhone(String session, String scope) {
        var request = request(ANDROID);
        request.put("scope", scope);
        return redeem(ANDROID, authorize(request, session).text("code"), VERIFIER);
    }

    /** An access token for nothing but a session. */
    public Answer bySession(String session, String scope) {
        return client.post(
                "/v1/oauth/token",
                Map.of("grant_type", "fxa-credentials", "client_id", DESKTOP, "scope", scope, "ttl", 21600),
                SESSION,
                session);
    }

    private static Map<String, Object> redemption(String clientId, String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code", "client_id", clientId, "code", code, "code_verifier", verifier);
    }
}
