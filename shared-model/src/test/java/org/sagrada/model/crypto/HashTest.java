package org.sagrada.model.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashTest {

    @Test
    void hashesThePartsAsOneMessage() {
        assertThat(Hex.encode(Sha256.hash(ascii("a"), ascii("bc"))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void authenticatesTheSecondTestCaseOfRfc4231() {
        assertThat(Hex.encode(HmacSha256.mac(ascii("Jefe"), ascii("what do ya want "), ascii("for nothing?"))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void takesAnEmptyKey() {
        assertThat(Hex.encode(HmacSha256.mac(new byte[0])))
                .isEqualTo("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
    }

    @Test
    void comparesTexts() {
        assertThat(ConstantTime.equal("mac", "mac")).isTrue();
        assertThat(ConstantTime.equal("mac", "mad")).isFalse();
        assertThat(ConstantTime.equal("mac", "macs")).isFalse();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
