package org.sagrada.model.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    @Property
    void readsBackWhatItWrote(@ForAll byte[] bytes) {
        assertThat(Hex.decodeLower(Hex.encode(bytes))).isEqualTo(bytes);
        assertThat(Base64Url.decode(Base64Url.encode(bytes))).isEqualTo(bytes);
        assertThat(Base64Url.decodePadded(Base64Url.encodePadded(bytes))).isEqualTo(bytes);
    }

    @Property
    void readsOneSpellingOrRefuses(@ForAll String text) {
        try {
            assertThat(Base64Url.encode(Base64Url.decode(text))).isEqualTo(text);
        } catch (MalformedEncodingException refused) {
            assertThat(refused).hasMessageContaining("base64").hasNoCause();
        }
        try {
            assertThat(Hex.encode(Hex.decode(text))).isEqualToIgnoringCase(text);
        } catch (MalformedEncodingException refused) {
            assertThat(refused).hasMessageContaining("hexadecimal").hasNoCause();
        }
    }

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
