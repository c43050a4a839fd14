package org.sagrada.model.crypto;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"AA==", "A", "AB", "AAA=", "A A", "AA\n", "+A", "/A", "ä"})
    void refusesEveryOtherSpellingWithoutPadding(String text) {
        assertThatThrownBy(() -> Base64Url.decode(text)).isInstanceOf(MalformedEncodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "AA=", "AB==", "AAA", "A===", "====", "AA==AA==", "AA==\n"})
    void refusesEveryOtherSpellingWithPadding(String text) {
        assertThatThrownBy(() -> Base64Url.decodePadded(text)).isInstanceOf(MalformedEncodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "0g", "0x00", " 00", "AA", "aA"})
    void refusesWhatIsNotLowerCaseHexadecimal(String text) {
        assertThatThrownBy(() -> Hex.decodeLower(text)).isInstanceOf(MalformedEncodingException.class);
    }
}
