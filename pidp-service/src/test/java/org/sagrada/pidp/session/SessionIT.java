package org.sagrada.pidp.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.KEY_FETCH;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.pidp.MovableClock;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class SessionIT {

    private static final String STATUS = "/v1/session/status";

    @Autowired
    private PidpClient client;

    @Autowired
    private MovableClock clock;

    @Test
    void saysWhoseSessionItIs() {
        var account = client.signUp();
        var answer = client.get(STATUS, SESSION, account.sessionToken());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.text("state")).isEqualTo("verified");
        assertThat(answer.text("uid")).isEqualTo(account.uid());
    }

    @Test
    void takesABearerOfItsOwnKindOnly() {
        var account = client.signUp();
        var keys = TokenKeys.derive(SESSION, Key32.fromHex(account.sessionToken()));
        assertThat(client.send("GET", STATUS, null, "Bearer " + keys.bearer()).status())
                .isEqualTo(200);
        assertThat(client.send(
                                "GET",
                                STATUS,
                                null,
                                "Bearer fxk_" + keys.tokenId().toHex())
                        .errno())
                .isEqualTo(110);
        assertThat(client.get(STATUS, KEY_FETCH, account.keyFetchToken()).errno())
                .isEqualTo(110);
    }

    @Test
    void endsASession() {
        var account = client.signUp();
        assertThat(client.post("/v1/session/destroy", Map.of(), SESSION, account.sessionToken())
                        .body())
                .isEqualTo("{}");
        var after = client.get(STATUS, SESSION, account.sessionToken());
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.errno()).isEqualTo(110);
        assertThat(after.headers().firstValue("WWW-Authenticate")).contains("Hawk");
    }

    @Test
    void endsAnotherSessionOfTheSameAccountOnly() {
        var account = client.signUp();
        var other = client.login(account.email(), account.password()).text("sessionToken");
        var stranger = client.signUp();

        assertThat(client.post(
                                "/v1/session/destroy",
                                Map.of("customSessionToken", stranger.sessionToken()),
                                SESSION,
                                account.sessionToken())
                        .errno())
                .isEqualTo(110);
        assertThat(client.post(
                                "/v1/session/destroy",
                                Map.of("customSessionToken", other),
                                SESSION,
                                account.sessionToken())
                        .status())
                .isEqualTo(200);
        assertThat(client.get(STATUS, SESSION, other).errno()).isEqualTo(110);
        assertThat(client.get(STATUS, SESSION, stranger.sessionToken()).status())
                .isEqualTo(200);
        assertThat(client.get(STATUS, SESSION, account.sessionToken()).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotSignedByTheToken() {
        var account = client.signUp();
        assertThat(client.get(STATUS).errno()).isEqualTo(110);
        assertThat(client.get(STATUS, SESSION, "ab".repeat(32)).errno()).isEqualTo(110);
        assertThat(client.send("GET", STATUS, null, "Hawk nonsense").errno()).isEqualTo(110);

        var ofOtherTarget = client.sign("GET", "/v1/account/status", null, SESSION, account.sessionToken());
        assertThat(client.send("GET", STATUS, null, ofOtherTarget).errno()).isEqualTo(109);

        var ofOtherBody = client.sign("POST", "/v1/session/destroy", Map.of("a", 1), SESSION, account.sessionToken());
        assertThat(client.send("POST", "/v1/session/destroy", Map.of("a", 2), ofOtherBody)
                        .errno())
                .isEqualTo(109);
        assertThat(client.get(STATUS, SESSION, account.sessionToken()).status()).isEqualTo(200);
    }

    @Test
    void tellsAClientWithAWrongClockTheTime() {
        var account = client.signUp();
        var now = clock.instant().getEpochSecond();
        var late = client.sign("GET", STATUS, null, SESSION, account.sessionToken(), now - 901);
        var answer = client.send("GET", STATUS, null, late);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errno()).isEqualTo(111);
        var serverTime = answer.json().get("serverTime").longValue();
        assertThat(Instant.ofEpochSecond(serverTime)).isBetween(Instant.ofEpochSecond(now), clock.instant());

        var corrected = client.sign("GET", STATUS, null, SESSION, account.sessionToken(), serverTime - 800);
        assertThat(client.send("GET", STATUS, null, corrected).status()).isEqualTo(200);
    }

    @Test
    void takesASignedRequestOnce() {
        var account = client.signUp();
        var header = client.sign("GET", STATUS, null, SESSION, account.sessionToken());
        assertThat(client.send("GET", STATUS, null, header).status()).isEqualTo(200);
        var replayed = client.send("GET", STATUS, null, header);
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.errno()).isEqualTo(115);
    }
}
