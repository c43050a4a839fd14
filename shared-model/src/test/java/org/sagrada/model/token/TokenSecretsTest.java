package org.sagrada.model.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSecretsTest {

    private static final String NODE = "https://node.example.com";
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final TokenSecrets SECRETS = TokenSecrets.newestFirst(List.of("new", "old"));

    @Test
    void toleratesMembersItDoesNotKnow() {
        String token = new TokenSecret("new")
                .sign(("{\"uid\":7,\"node\":\"" + NODE + "\",\"expires\":1700000001,\"salt\":\"\",\"later\":[1]}")
                        .getBytes(UTF_8));

        assertThat(SECRETS.verify(token, List.of(NODE), NOW)).isInstanceOf(TokenVerdict.Valid.class);
    }

    @Test
    void refusesATokenWithoutANode() {
        String token = new TokenSecret("new").sign("{\"uid\":7,\"expires\":1700000001,\"salt\":\"\"}".getBytes(UTF_8));

        assertThat(SECRETS.verify(token, List.of(NODE), NOW)).isEqualTo(new TokenVerdict.Malformed("no node"));
    }

    @Test
    void namesTheNodeBeforeTheExpiry() {
        String token = SECRETS.issue(payload(NOW.minusSeconds(1))).id();

        assertThat(SECRETS.verify(token, List.of("https://other.example.com"), NOW))
                .isInstanceOf(TokenVerdict.WrongNode.class);
        assertThat(SECRETS.verify(token, List.of(NODE), NOW))
                .isInstanceOfSatisfying(
                        TokenVerdict.Expired.class,
                        expired -> assertThat(expired.payload().expires()).isEqualTo(NOW.minusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void asksForSecretsThatAreNotEmpty(String secret) {
        assertThatThrownBy(() -> TokenSecrets.newestFirst(List.of("new", secret)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenSecrets.newestFirst(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsSecretsOutOfText() {
        IssuedToken issued = SECRETS.issue(payload(NOW));

        assertThat(SECRETS.toString() + issued + SECRETS.verify(issued.id(), List.of(NODE), NOW))
                .doesNotContain("new", issued.key(), issued.id(), "fxa-user");
    }

    private static TokenPayload payload(Instant expires) {
        return new TokenPayload(7, NODE, expires, "c0ffee", "fxa-user", null, null, null, null, false);
    }
}
