package org.sagrada.token.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagrada.service.url.PublicUrl;

class IssuerTest {

    @ParameterizedTest
    @CsvSource({
        // Known by nothing but its base URL.
        ", http://localhost:8001, http://localhost:8001, true",
        ", http://localhost:8001, localhost:8001, true",
        ", https://accounts.example.org, https://accounts.example.org/, true",
        ", https://accounts.example.org, https://other.example.org, false",
        // Reached under another address than its own.
        "accounts.example.org, http://pidp:8001, accounts.example.org, true",
        "accounts.example.org, http://pidp:8001, https://accounts.example.org, true",
        "accounts.example.org, http://pidp:8001, http://pidp:8001, true",
        "accounts.example.org, http://pidp:8001, pidp:8001, false"
    })
    void signsEventsAsItsNameOrUnderItsAddress(String name, String baseUrl, String iss, boolean expected) {
        var issuer = new Issuer(name, PublicUrl.parse(baseUrl), null, null, null);
        assertThat(issuer.signsEventsAs(iss)).isEqualTo(expected);
    }
}
