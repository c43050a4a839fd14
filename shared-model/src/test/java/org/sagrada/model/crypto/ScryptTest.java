package org.sagrada.model.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScryptTest {

    /** RFC 7914, 12, but for the one that takes a gigabyte. */
    @ParameterizedTest
    @CsvSource({
        "'', '', 16, 1, 1, 77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
        "password, NaCl, 1024, 8, 16, fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
        "pleaseletmein, SodiumChloride, 16384, 8, 1, 7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
    })
    void computesTheVectorsOfTheRfc(
            String password, String salt, int cost, int blockSize, int parallelism, String expected) {
        byte[] derived =
                new Scrypt(cost, blockSize, parallelism).derive(password.getBytes(UTF_8), salt.getBytes(UTF_8), 64);
        assertThat(Hex.encode(derived)).isEqualTo(expected);
    }

    @Test
    void computesWhatAnotherImplementationDoes_withTheSameMemoryAgainAndAgain() {
        Random random = new Random(7914);
        Scrypt scrypt = new Scrypt(64, 8, 2);
        for (int length : new int[] {1, 31, 32, 33, 100}) {
            byte[] password = new byte[random.nextInt(100)];
            byte[] salt = new byte[random.nextInt(100)];
            random.nextBytes(password);
            random.nextBytes(salt);
            assertThat(scrypt.derive(password, salt, length))
                    .isEqualTo(SCrypt.generate(password, salt, 64, 8, 2, length));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 8, 1", "1, 8, 1", "3, 8, 1", "-4, 8, 1", "16, 0, 1", "16, 8, 0"})
    void refusesWhatIsNoCost(int cost, int blockSize, int parallelism) {
        assertThatThrownBy(() -> new Scrypt(cost, blockSize, parallelism)).isInstanceOf(IllegalArgumentException.class);
    }
}
