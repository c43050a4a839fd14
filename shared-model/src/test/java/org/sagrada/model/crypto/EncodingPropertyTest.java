package org.sagrada.model.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EncodingPropertyTest {

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
}
