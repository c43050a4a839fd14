package org.sagrada.token.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.service.url.PublicUrl;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.Vectors;
import org.sagrada.token.fetch.FetchSettings;
import org.sagrada.token.fetch.Fetcher;
import org.sagrada.token.refusal.RefusalException;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccessTokenVectorsIT {

    private static final JsonNode VECTORS = Vectors.read("oauth.json");
    private static final FakeIssuer SERVER = new FakeIssuer();
    private static final KeyIdHeader KEY_ID = new KeyIdHeader(1234, "aaaa");

    static Stream<JsonNode> cases() {
        return VECTORS.path("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheVectorExpects(JsonNode vector) {
        SERVER.serve("/jwks", VECTORS.path("jwks").toString());
        SERVER.answer("/verify", asked -> verifyAnswer(vector, asked));
        BearerCredential credential = credential(vector.path("now").asLong());
        String token = vector.path("token").asString();

        if (vector.path("expect").asString().equals("ok")) {
            assertThat(credential.verify(token, KEY_ID, ""))
                    .isEqualTo(new Identity(
                            vector.path("fxa_uid").asString() + "@accounts.example.org",
                            "accounts.example.org",
                            vector.path("generation").asLong(0),
                            1234,
                            "aaaa",
                            null));
        } else {
            assertThatThrownBy(() -> credential.verify(token, KEY_ID, ""))
                    .isInstanceOfSatisfying(RefusalException.class, thrown -> {
                        assertThat(thrown.refusal().code())
                                .isEqualTo(vector.path("expect_http").asInt());
                        assertThat(thrown.refusal().status())
                                .isEqualTo(vector.path("expect_status").asString());
                    });
        }
    }

    private static FakeIssuer.Reply verifyAnswer(JsonNode vector, String asked) {
        JsonNode exchange = vector.path("remote_verify");
        assertThat(JsonMapper.builder().build().readTree(asked)).isEqualTo(exchange.path("request"));
        return exchange.path("status").isNull()
                ? new FakeIssuer.Reply(500, "")
                : new FakeIssuer.Reply(
                        exchange.path("status").asInt(), exchange.path("body").toString());
    }

    private static BearerCredential credential(long now) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
        var settings = new FetchSettings(
                Duration.ofSeconds(5),
                DataSize.ofKilobytes(64),
                Duration.ofMinutes(5),
                Duration.ofDays(1),
                Duration.ZERO);
        var fetcher = new Fetcher(settings, new SimpleMeterRegistry());
        var issuer = new Issuer(
                "accounts.example.org",
                PublicUrl.parse(SERVER.url()),
                URI.create(SERVER.url() + "/jwks"),
                URI.create(SERVER.url() + "/verify"),
                null);
        var oauth = new OAuthSettings(VECTORS.path("scope").asString());
        var keys = new IssuerKeys(List.of(issuer), fetcher, settings, clock);
        return new BearerCredential(
                new JwtAccessTokens(keys, oauth, 10, clock), new OpaqueAccessTokens(List.of(issuer), oauth, fetcher));
    }
}
