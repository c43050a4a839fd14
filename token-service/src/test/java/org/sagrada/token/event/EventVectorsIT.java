package org.sagrada.token.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.model.event.AccountEvent;
import org.sagrada.service.url.PublicUrl;
import org.sagrada.token.AccessTokenMaker;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.Vectors;
import org.sagrada.token.credential.Issuer;
import org.sagrada.token.credential.IssuerKeys;
import org.sagrada.token.fetch.FetchSettings;
import org.sagrada.token.fetch.Fetcher;
import org.sagrada.token.refusal.RefusalException;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

class EventVectorsIT {

    private static final JsonNode VECTORS = Vectors.read("set.json");
    private static final FakeIssuer SERVER = new FakeIssuer();

    static Stream<JsonNode> cases() {
        return VECTORS.path("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheVectorExpects(JsonNode vector) {
        SERVER.serve("/jwks", AccessTokenMaker.jwks());
        String token = vector.path("token").asString();

        if (vector.path("http").asInt() == 200) {
            EventMessage message = tokens().verify(token);
            assertThat(message.email()).isEqualTo("319b98f9961ff1dbdd07313cd6ba925a@api.accounts.firefox.com");
            assertThat(message.changeTimes())
                    .isEqualTo(expected(vector.path("name").asString()));
        } else {
            assertThatThrownBy(() -> tokens().verify(token))
                    .isInstanceOfSatisfying(
                            RefusalException.class,
                            thrown -> assertThat(thrown.refusal().code())
                                    .isEqualTo(vector.path("http").asInt()));
        }
    }

    private static Map<AccountEvent, Long> expected(String name) {
        return switch (name) {
            case "delete" -> Map.of(AccountEvent.DELETE_USER, 0L);
            case "password-change" -> Map.of(AccountEvent.PASSWORD_CHANGE, 1565721242227L);
            case "password-change-no-time" -> Map.of(AccountEvent.PASSWORD_CHANGE, 0L);
            case "both" -> Map.of(AccountEvent.DELETE_USER, 0L, AccountEvent.PASSWORD_CHANGE, 1565721242227L);
            default -> Map.of();
        };
    }

    private static EventTokens tokens() {
        var settings = new FetchSettings(
                Duration.ofSeconds(5),
                DataSize.ofKilobytes(64),
                Duration.ofMinutes(5),
                Duration.ofDays(1),
                Duration.ZERO);
        var issuer = new Issuer(
                "api.accounts.firefox.com",
                PublicUrl.parse(SERVER.url()),
                URI.create(SERVER.url() + "/jwks"),
                null,
                VECTORS.path("issuer").asString());
        var keys = new IssuerKeys(
                List.of(issuer), new Fetcher(settings, new SimpleMeterRegistry()), settings, Clock.systemUTC());
        return new EventTokens(keys, Set.of(VECTORS.path("client_id").asString()));
    }
}
