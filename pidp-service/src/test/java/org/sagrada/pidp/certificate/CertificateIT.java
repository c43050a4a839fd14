package org.sagrada.pidp.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.model.browserid.Certificate;
import org.sagrada.model.browserid.SigningKey;
import org.sagrada.model.browserid.SupportDocument;
import org.sagrada.model.browserid.VerifyingKey;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.MovableClock;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class CertificateIT {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final SigningKey USER_KEY = SigningKey.generateDs128(new SecureRandom());

    @Autowired
    private PidpClient client;

    @Autowired
    private MovableClock clock;

    @Autowired
    private SigningKeys keys;

    @Test
    void signsWhoseKeyItIs() {
        var account = client.signUp();
        var before = clock.instant();

        var certificate = Certificate.read(sign(account, USER_KEY, DAY).text("cert"));

        assertThat(certificate.issuer()).isEqualTo("accounts.example.org");
        assertThat(certificate.email()).isEqualTo(account.uid() + "@accounts.example.org");
        assertThat(certificate.publicKey()).isEqualTo(USER_KEY.verifyingKey());
        assertThat(certificate.expiresAt())
                .isBetween(before.plusMillis(DAY - 1000), clock.instant().plusMillis(DAY));
        assertThat(certificate.claims())
                .containsEntry("fxa-verifiedEmail", account.email())
                .containsEntry("fxa-tokenVerified", true)
                .containsEntry("fxa-aal", 1L)
                .containsEntry("fxa-amr", List.of("pwd"));
        assertThat((Long) certificate.claims().get("fxa-generation"))
                .isEqualTo(certificate.claims().get("fxa-keysChangedAt"))
                .isCloseTo(before.toEpochMilli(), Offset.offset(60_000L));
    }

    @Test
    void signsWithTheKeyThatTheSupportDocumentNames() {
        var cert = sign(client.signUp(), USER_KEY, DAY).text("cert");
        assertThat(verifies(cert, publishedKeys().getFirst())).isTrue();
        assertThat(cert).doesNotContain("=");
    }

    @Test
    void acceptsRsaKeysOfClients() {
        var key = SigningKey.generateRsa(2048, new SecureRandom());
        var certificate = Certificate.read(sign(client.signUp(), key, 1).text("cert"));
        assertThat(certificate.publicKey()).isEqualTo(key.verifyingKey());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 86_400_001, Long.MAX_VALUE})
    void refusesADurationOutOfBounds(long duration) {
        var answer = sign(client.signUp(), USER_KEY, duration);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errno()).isEqualTo(107);
    }

    @Test
    void refusesWhatIsNoKey() {
        var account = client.signUp();
        for (var key : List.<Object>of("key", Map.of(), Map.of("algorithm", "RS", "n", "12", "e", "x"), 7)) {
            var body = Map.of("publicKey", key, "duration", 1000);
            assertThat(client.post("/v1/certificate/sign", body, SESSION, account.sessionToken())
                            .errno())
                    .isEqualTo(107);
        }
        assertThat(client.post("/v1/certificate/sign", Map.of("duration", 1000), SESSION, account.sessionToken())
                        .errno())
                .isEqualTo(108);
    }

    @Test
    void publishesANewKeyBeforeItSignsAndTheOldOneForAsLongAsItsCertificatesLive() {
        var account = client.signUp();
        var old = publishedKeys().getFirst();

        keys.rotate();

        assertThat(publishedKeys()).hasSize(2).first().isEqualTo(old);
        assertThat(verifies(sign(account, USER_KEY, DAY).text("cert"), old)).isTrue();

        clock.advance(Duration.ofMinutes(11));
        var fresh = publishedKeys().getFirst();
        assertThat(fresh).isNotEqualTo(old);
        assertThat(verifies(sign(account, USER_KEY, DAY).text("cert"), fresh)).isTrue();
        assertThat(publishedKeys()).contains(old);

        clock.advance(Duration.ofHours(26));
        assertThat(publishedKeys()).containsExactly(fresh);
    }

    private Answer sign(PidpClient.SignedUp account, SigningKey key, long duration) {
        var body = Map.of("publicKey", key.verifyingKey().toJson(), "duration", duration);
        return client.post("/v1/certificate/sign?service=sync", body, SESSION, account.sessionToken());
    }

    private List<VerifyingKey> publishedKeys() {
        var answer = client.get("/.well-known/browserid");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        var document = SupportDocument.parse(answer.body());
        return new ArrayList<>(((SupportDocument.Primary) document).keys());
    }

    private static boolean verifies(String compact, VerifyingKey key) {
        var dot = compact.lastIndexOf('.');
        return key.verifies(compact.substring(0, dot).getBytes(UTF_8), Base64Url.decode(compact.substring(dot + 1)));
    }
}
