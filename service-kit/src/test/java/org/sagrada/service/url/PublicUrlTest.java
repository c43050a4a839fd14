package org.sagrada.service.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @Test
    void knowsTheOriginAndThePrefixApart() {
        var url = PublicUrl.parse("https://Sync.Example.org/sagrada/");

        assertThat(url.origin()).isEqualTo("https://sync.example.org");
        assertThat(url.port()).isEqualTo(443);
        assertThat(url.pathPrefix()).isEqualTo("/sagrada");
        assertThat(url).hasToString("https://sync.example.org/sagrada");
    }

    @Test
    void namesAPortThatIsNotTheSchemesOwn() {
        assertThat(PublicUrl.parse("http://localhost:8000").hostAndPort()).isEqualTo("localhost:8000");
        assertThat(PublicUrl.parse("http://localhost:80").hostAndPort()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:8000",
                "ftp://example.org",
                "https://",
                "https://user@example.org",
                "https://example.org/?a=b",
                "https://example.org/#a",
                "https://exa mple.org"
            })
    void refusesWhatIsNoAddressForClients(String text) {
        assertThatThrownBy(() -> PublicUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
