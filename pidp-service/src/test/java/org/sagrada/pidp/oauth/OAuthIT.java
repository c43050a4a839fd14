package org.sagrada.pidp.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_CHANGE;
import static org.sagrada.model.onepw.TokenKind.SESSION;
import static org.sagrada.pidp.oauth.OAuthClientForTests.ANDROID;
import static org.sagrada.pidp.oauth.OAuthClientForTests.DESKTOP;
import static org.sagrada.pidp.oauth.OAuthClientForTests.JWE;
import static org.sagrada.pidp.oauth.OAuthClientForTests.SESSION_SCOPE;
import static org.sagrada.pidp.oauth.OAuthClientForTests.SYNC;
import static org.sagrada.pidp.oauth.OAuthClientForTests.VERIFIER;
import static org.sagrada.pidp.oauth.OAuthClientForTests.request;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.MovableClock;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PidpIT
class OAuthIT {

    @Autowired
    private PidpClient client;

    @Autowired
    private MovableClock clock;

    private OAuthClientForTests oauth;
    private PidpClient.SignedUp account;

    @BeforeEach
    void signUp() {
        oauth = new OAuthClientForTests(client);
        account = client.signUp();
    }

    @Test
    void aCodeBecomesTokensAndTheKeysThatThePageSealed() {
        var given = oauth.authorize(request(DESKTOP), account.sessionToken());
        assertThat(given.text("state")).isEqualTo("a state & more");
        assertThat(given.text("redirect"))
                .isEqualTo("urn:ietf:wg:oauth:2.0:oob:oauth-redirect-webchannel?code=" + given.text("code")
                        + "&state=a%20state%20%26%20more");

        var tokens = oauth.redeem(DESKTOP, given.text("code"), VERIFIER, account.sessionToken());

        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.text("keys_jwe")).isEqualTo(JWE);
        assertThat(tokens.text("scope").split(" ", -1)).contains(SYNC);
        assertThat(tokens.text("token_type")).isEqualTo("bearer");
        assertThat(tokens.text("refresh_token")).matches("[0-9a-f]{64}");
        assertThat(tokens.json().get("expires_in").longValue()).isEqualTo(21600);
        assertThat(tokens.json().has("auth_at")).isTrue();
        assertThat(tokens.json().has("id_token")).isFalse();
    }

    @Test
    void aCodeIsGoodOnce() {
        var code = oauth.code(DESKTOP, account.sessionToken());
        assertThat(oauth.redeem(DESKTOP, code, VERIFIER, account.sessionToken()).status())
                .isEqualTo(200);
        assertThat(oauth.redeem(DESKTOP, code, VERIFIER, account.sessionToken()).errno())
                .isEqualTo(172);
    }

    @Test
    void aRefusedRedemptionLeavesTheCodeToItsOwner() {
        var stranger = client.signUp();
        var code = oauth.code(DESKTOP, account.sessionToken());

        assertThat(oauth.redeem(DESKTOP, code, VERIFIER + "x").errno()).isEqualTo(175);
        assertThat(oauth.redeem(ANDROID, code, VERIFIER).errno()).isEqualTo(173);
        assertThat(oauth.redeem(DESKTOP, code, VERIFIER, stranger.sessionToken())
                        .errno())
                .isEqualTo(173);

        assertThat(oauth.redeem(DESKTOP, code, VERIFIER).status()).isEqualTo(200);
    }

    @Test
    void aCodeEndsWithItsTimeAndWithItsSession() {
        var late = oauth.code(DESKTOP, account.sessionToken());
        clock.advance(Duration.ofMinutes(16));
        assertThat(oauth.redeem(DESKTOP, late, VERIFIER).errno()).isEqualTo(174);

        var code = oauth.code(DESKTOP, account.sessionToken());
        client.post("/v1/session/destroy", Map.of(), SESSION, account.sessionToken());
        assertThat(oauth.redeem(DESKTOP, code, VERIFIER).errno()).isEqualTo(172);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "client_id, 0000000000000000, 162",
        "client_id, x, 107",
        "scope, https://identity.mozilla.com/apps/send, 163",
        "scope, profile https://identity.mozilla.com/apps, 163",
        "scope, '   ', 107",
        "redirect_uri, https://evil.example, 167",
        "response_type, token, 168",
        "code_challenge, , 169",
        "code_challenge, short, 107",
        "code_challenge_method, plain, 169",
        "access_type, both, 107",
        "keys_jwe, no.jwe, 107",
        "state, , 108"
    })
    void givesNoCodeFor(String member, @Nullable String value, int errno) {
        var request = request(DESKTOP);
        if (value == null) {
            request.remove(member);
        } else {
            request.put(member, value);
        }
        var answer = oauth.authorize(request, account.sessionToken());
        assertThat(answer.errno()).as(answer.body()).isEqualTo(errno);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void sendsACodeToEachAddressOfTheClient() {
        var request = request(ANDROID);
        var address = PidpClient.PUBLIC_URL + "/oauth/success/" + ANDROID;
        request.put("redirect_uri", address);
        assertThat(oauth.authorize(request, account.sessionToken()).text("redirect"))
                .startsWith(address + "?code=");
    }

    @Test
    void accessTokensSayWhatTheTokenServiceNeedsUnderAPublishedSignature() throws Exception {
        var answer = oauth.bySession(account.sessionToken(), SYNC);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().has("refresh_token")).isFalse();

        var jwt = SignedJWT.parse(answer.text("access_token"));
        var key = JWKSet.parse(client.get("/v1/jwks").body())
                .getKeyByKeyId(jwt.getHeader().getKeyID())
                .toRSAKey();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(account.uid());
        assertThat(claims.getIssuer()).isEqualTo(PidpClient.PUBLIC_URL);
        assertThat(claims.getAudience()).containsExactly("http://localhost:8002");
        assertThat(claims.getStringClaim("client_id")).isEqualTo(DESKTOP);
        assertThat(claims.getStringClaim("scope")).isEqualTo(SYNC);
        assertThat(claims.getLongClaim("fxa-generation")).isPositive();
        assertThat(claims.getLongClaim("fxa-keysChangedAt")).isPositive();
        assertThat(Duration.between(
                        claims.getDateClaim("iat").toInstant(),
                        claims.getDateClaim("exp").toInstant()))
                .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aSessionIsNotEnoughForAnotherClientsScopes() {
        assertThat(oauth.bySession(account.sessionToken(), "https://identity.mozilla.com/apps/send")
                        .errno())
                .isEqualTo(163);
        var unsigned = client.post(
                "/v1/oauth/token", Map.of("grant_type", "fxa-credentials", "client_id", DESKTOP, "scope", "profile"));
        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.errno()).isEqualTo(110);
    }

    @Test
    void refreshTokensGiveAccessTokensAndNoMoreThanTheyPermit() {
        var first = oauth.signInPhone(account.sessionToken(), SYNC + " profile:email");
        var refreshToken = first.text("refresh_token");

        assertThat(refresh(refreshToken, ANDROID, null).text("scope")).isEqualTo(SYNC + " profile:email");
        assertThat(refresh(refreshToken, ANDROID, "profile:email").text("scope"))
                .isEqualTo("profile:email");
        assertThat(refresh(refreshToken, ANDROID, "profile").errno()).isEqualTo(163);
        assertThat(refresh(refreshToken, DESKTOP, null).errno()).isEqualTo(110);
        assertThat(refresh("0".repeat(64), ANDROID, null).status()).isEqualTo(401);
    }

    @Test
    void aPhoneGetsASessionOfItsOwnWhereItAsksForOne() {
        var answer = oauth.signInPhone(account.sessionToken(), SYNC + " " + SESSION_SCOPE);
        var phone = answer.text("session_token");
        assertThat(phone).isNotEqualTo(account.sessionToken());
        assertThat(client.get("/v1/session/status", SESSION, phone).text("state"))
                .isEqualTo("verified");
        client.post("/v1/session/destroy", Map.of(), SESSION, account.sessionToken());
        assertThat(client.get("/v1/session/status", SESSION, phone).status()).isEqualTo(200);
    }

    @Test
    void anIdTokenSaysWhoSignedIn() throws Exception {
        var answer = oauth.signInPhone(account.sessionToken(), "openid profile");
        var claims = SignedJWT.parse(answer.text("id_token")).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(account.uid());
        assertThat(claims.getAudience()).containsExactly(ANDROID);
        assertThat(claims.getStringClaim("at_hash")).hasSize(22);
    }

    @Test
    void destroyingATokenNeverFails() {
        var refreshToken = oauth.signInPhone(account.sessionToken(), SYNC).text("refresh_token");
        for (var body : List.of(
                Map.of("client_id", DESKTOP),
                Map.of("client_id", DESKTOP, "token", "0".repeat(64)),
                Map.of("client_id", DESKTOP, "token", refreshToken),
                Map.of("client_id", ANDROID, "token", refreshToken),
                Map.of("client_id", ANDROID, "token", refreshToken))) {
            var answer = client.post("/v1/oauth/destroy", body);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{}");
        }
        assertThat(refresh(refreshToken, ANDROID, null).status()).isEqualTo(401);
    }

    @Test
    void aDestroyedAccessTokenIsGoodForNothing() {
        var token = oauth.bySession(account.sessionToken(), "profile").text("access_token");
        assertThat(verify(token).text("user")).isEqualTo(account.uid());
        assertThat(introspect(token).get("active").booleanValue()).isTrue();

        client.post("/v1/oauth/destroy", Map.of("client_id", DESKTOP, "token", token));

        assertThat(verify(token).status()).isEqualTo(400);
        assertThat(verify(token).errno()).isEqualTo(108);
        assertThat(introspect(token)).hasSize(1);
        assertThat(introspect(token).get("active").booleanValue()).isFalse();
    }

    @Test
    void accessTokensEndWithTheSessionOrTheRefreshTokenThatTheyAreOf() {
        var bySession = oauth.bySession(account.sessionToken(), "profile").text("access_token");
        var phone = oauth.signInPhone(account.sessionToken(), SYNC);
        client.post("/v1/session/destroy", Map.of(), SESSION, account.sessionToken());
        assertThat(verify(bySession).status()).isEqualTo(400);
        assertThat(verify(phone.text("access_token")).status()).isEqualTo(200);

        client.post("/v1/oauth/destroy", Map.of("client_id", ANDROID, "token", phone.text("refresh_token")));
        assertThat(verify(phone.text("access_token")).status()).isEqualTo(400);
    }

    @Test
    void accessTokensEndWithTheirTimeAndNobodyWritesTheirOwn() {
        var token = oauth.bySession(account.sessionToken(), "profile").text("access_token");
        var parts = token.split("\\.", -1);
        assertThat(verify(parts[0] + "." + parts[1] + "." + parts[0]).errno()).isEqualTo(108);
        assertThat(verify("eyJhbGciOiJub25lIn0." + parts[1] + ".").errno()).isEqualTo(108);
        clock.advance(Duration.ofHours(6).plusSeconds(1));
        assertThat(verify(token).errno()).isEqualTo(108);
    }

    @Test
    void introspectionTellsOfRefreshTokensToo() {
        var refreshToken = oauth.signInPhone(account.sessionToken(), SYNC).text("refresh_token");
        var claims = introspect(refreshToken);
        assertThat(claims.get("active").booleanValue()).isTrue();
        assertThat(claims.get("token_type").stringValue()).isEqualTo("refresh_token");
        assertThat(claims.get("sub").stringValue()).isEqualTo(account.uid());
        assertThat(claims.get("scope").stringValue()).isEqualTo(SYNC);
    }

    @Test
    void tellsThePageWhatToDeriveTheKeysFrom() {
        var answer = client.post(
                "/v1/account/scoped-key-data",
                Map.of("client_id", DESKTOP, "scope", SYNC + " profile"),
                SESSION,
                account.sessionToken());
        assertThat(answer.json()).hasSize(1);
        var data = answer.json().get(SYNC);
        assertThat(data.get("identifier").stringValue()).isEqualTo(SYNC);
        assertThat(data.get("keyRotationSecret").stringValue()).isEqualTo("0".repeat(64));
        assertThat(data.get("keyRotationTimestamp").longValue()).isPositive();
    }

    @Test
    void numbersErrorsInTheOldWayWhereTheOAuthServerWasOneOfItsOwn() {
        assertThat(client.post(
                                "/v1/token",
                                Map.of(
                                        "client_id",
                                        "0000000000000000",
                                        "code",
                                        "0".repeat(64),
                                        "code_verifier",
                                        VERIFIER))
                        .errno())
                .isEqualTo(101);
        assertThat(client.post(
                                "/v1/token",
                                Map.of("client_id", DESKTOP, "code", "0".repeat(64), "code_verifier", VERIFIER))
                        .errno())
                .isEqualTo(105);
        assertThat(client.post("/v1/verify", Map.of()).errno()).isEqualTo(109);
        assertThat(client.post("/v1/destroy", Map.of("token", "0".repeat(64))).errno())
                .isEqualTo(108);
        var code = oauth.code(DESKTOP, account.sessionToken());
        assertThat(client.post("/v1/token", Map.of("client_id", DESKTOP, "code", code, "code_verifier", VERIFIER))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPasswordChangeEndsEveryToken() {
        var phone = oauth.signInPhone(account.sessionToken(), SYNC);
        changePassword();
        assertThat(refresh(phone.text("refresh_token"), ANDROID, null).status()).isEqualTo(401);
        assertThat(verify(phone.text("access_token")).status()).isEqualTo(400);
    }

    @Test
    void namesAClientAndSendsThoseWhoCameTheWrongWayToThePage() {
        var named = client.get("/v1/oauth/client/" + DESKTOP);
        assertThat(named.text("name")).isEqualTo("Firefox");
        var sent = client.get("/v1/authorization?client_id=" + DESKTOP + "&state=x");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location"))
                .contains(PidpClient.PUBLIC_URL + "/authorization?client_id=" + DESKTOP + "&state=x");
    }

    @Test
    void publishesWhereEverythingIs() {
        var document = client.get("/.well-known/openid-configuration").json();
        for (var member : List.of(
                "authorization_endpoint",
                "introspection_endpoint",
                "issuer",
                "jwks_uri",
                "token_endpoint",
                "userinfo_endpoint")) {
            assertThat(document.get(member).stringValue()).startsWith(PidpClient.PUBLIC_URL);
        }
        var configuration = client.get("/.well-known/fxa-client-configuration").json();
        assertThat(configuration.get("auth_server_base_url").stringValue()).isEqualTo(PidpClient.PUBLIC_URL);
        assertThat(configuration.get("pairing_server_base_uri").stringValue()).startsWith("wss://");
    }

    private void changePassword() {
        var start = client.post(
                "/v1/password/change/start",
                Map.of(
                        "email",
                        account.email(),
                        "oldAuthPW",
                        account.stretch().authPw().toHex()));
        var finish = client.post(
                "/v1/password/change/finish",
                Map.of("authPW", "1".repeat(64), "wrapKb", "2".repeat(64)),
                PASSWORD_CHANGE,
                start.text("passwordChangeToken"));
        assertThat(finish.status()).as(finish.body()).isEqualTo(200);
    }

    private Answer refresh(String token, String clientId, @Nullable String scope) {
        var body = new HashMap<String, Object>(
                Map.of("grant_type", "refresh_token", "client_id", clientId, "refresh_token", token));
        if (scope != null) {
            body.put("scope", scope);
        }
        return client.post("/v1/oauth/token", body);
    }

    private Answer verify(String token) {
        return client.post("/v1/verify", Map.of("token", token));
    }

    private JsonNode introspect(String token) {
        return client.post("/v1/introspect", Map.of("token", token)).json();
    }
}
