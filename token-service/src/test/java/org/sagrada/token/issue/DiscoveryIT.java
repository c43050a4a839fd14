package org.sagrada.token.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.ServiceTest;

class DiscoveryIT extends ServiceTest {

    @Test
    void tellsWhatItIsForAndWhomItTrusts() {
        for (String path : new String[] {"/", "/token", "/token/"}) {
            Answer answer = get(path, "");

            assertThat(answer.code()).isEqualTo(200);
            assertThat(answer.header("X-Timestamp")).isNotEmpty();
            assertThat(answer.body().at("/services/sync").valueStream())
                    .extracting(version -> version.asString())
                    .containsExactly("2.0", "1.5");
            assertThat(answer.body().path("auth").asString()).isEqualTo(FakeIssuer.AUDIENCE + "/prefix");
            assertThat(answer.body().at("/browserid/allowed_issuers/0").asString())
                    .isEqualTo(FakeIssuer.NAME);
            assertThat(answer.body().at("/oauth/default_issuer").asString()).isEqualTo(FakeIssuer.NAME);
            // An issuer's base URL may be an address inside; it is nobody's business.
            assertThat(answer.body().toString()).doesNotContain("127.0.0.1");
        }
    }
}
