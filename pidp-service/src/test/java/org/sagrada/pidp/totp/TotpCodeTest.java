package org.sagrada.pidp.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    /** RFC 6238 appendix B, the last six of eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(TotpCode.of(SECRET, seconds / 30)).isEqualTo(code);
        assertThat(TotpCode.matchingStep(SECRET, code, Instant.ofEpochSecond(seconds)))
                .hasValue(seconds / 30);
    }

    @Test
    void toleratesOneStepOfHalfAMinute() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        assertThat(TotpCode.matchingStep(SECRET, "050471", now.plusSeconds(30))).isPresent();
        assertThat(TotpCode.matchingStep(SECRET, "050471", now.plusSeconds(90))).isEmpty();
    }

    @Test
    void writesSecretsAsAppsReadThem() {
        assertThat(Base32.encode(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Base32.encode("foobar".getBytes(US_ASCII))).isEqualTo("MZXW6YTBOI");
    }
}
