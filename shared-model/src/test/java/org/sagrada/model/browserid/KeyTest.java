package org.sagrada.model.browserid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    private static final byte[] MESSAGE = "message".getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource({
        "idp_rs256, RS256, 2048",
        "user_rs128, RS128, 1024",
        "user_ds128, DS128, 1024",
        "user_ds256, DS256, 2048"
    })
    void signsAndVerifiesWithEveryKindOfKey(String name, String label, int bits) {
        SigningKey key = BrowserIdVectors.privateKey(name);

        byte[] signature = key.sign(MESSAGE);

        assertThat(key.verifyingKey().algorithm()).isEqualTo(label);
        assertThat(key.verifyingKey().bits()).isEqualTo(bits);
        assertThat(key.verifyingKey().verifies(MESSAGE, signature)).isTrue();
        signature[5] ^= 1;
        assertThat(key.verifyingKey().verifies(MESSAGE, signature)).isFalse();
        assertThat(key.verifyingKey().verifies(MESSAGE, new byte[3])).isFalse();
        assertThat(key.verifyingKey().verifies(MESSAGE, new byte[0])).isFalse();
        assertThat(key.verifyingKey().verifies(MESSAGE, new byte[1000])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs", "ds"})
    void readsAndWritesBothForms(String kind) {
        Map<String, Object> old =
                BrowserIdVectors.object(BrowserIdVectors.ALL.get("key_forms").get(kind + "_old"));
        Map<String, Object> jwk =
                BrowserIdVectors.object(BrowserIdVectors.ALL.get("key_forms").get(kind + "_jwk"));

        assertThat(VerifyingKey.parse(old)).isEqualTo(VerifyingKey.parse(jwk));
        assertThat(VerifyingKey.parse(jwk).toJson()).isEqualTo(old);
        assertThat(VerifyingKey.parse(old).toJwk()).isEqualTo(jwk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idp_rs256", "user_rs128", "user_ds128", "user_ds256"})
    void writesASecretKeyAsItWasRead(String name) {
        Map<String, Object> json =
                BrowserIdVectors.object(BrowserIdVectors.ALL.get("private_keys").get(name));

        assertThat(SigningKey.parse(json).toSecretJson()).isEqualTo(json);
    }

    @Test
    void tellsNothingSecretInItsText() {
        SigningKey rsa = BrowserIdVectors.privateKey("idp_rs256");
        SigningKey dsa = BrowserIdVectors.privateKey("user_ds128");

        assertThat(rsa).hasToString("RsaSigningKey[2048 bits]");
        assertThat(dsa).hasToString("DsaSigningKey[DS128]");
    }

    @Test
    void makesKeysThatSign() {
        SecureRandom random = new SecureRandom();
        for (SigningKey key : new SigningKey[] {
            SigningKey.generateRsa(2048, random), SigningKey.generateDs128(random), SigningKey.generateDs256(random)
        }) {
            SigningKey readBack = SigningKey.parse(key.toSecretJson());
            assertThat(VerifyingKey.parse(key.verifyingKey().toJson()).verifies(MESSAGE, readBack.sign(MESSAGE)))
                    .isTrue();
        }
    }

    @Test
    void makesNoSmallRsaKey() {
        assertThatThrownBy(() -> SigningKey.generateRsa(1024, new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesNumbersThatAreNoKey() {
        Map<String, Object> rsa =
                BrowserIdVectors.object(BrowserIdVectors.ALL.get("key_forms").get("rs_old"));
        Map<String, Object> dsa =
                BrowserIdVectors.object(BrowserIdVectors.ALL.get("key_forms").get("ds_old"));

        assertRefused(rsa, "n", "12345678901234567891");
        assertRefused(rsa, "n", "-5");
        assertRefused(rsa, "e", "65536");
        assertRefused(rsa, "e", "1");
        assertRefused(rsa, "e", "0x10001");
        assertRefused(rsa, "e", 65537L);
        assertRefused(rsa, "algorithm", "HS");
        assertRefused(dsa, "y", "0");
        assertRefused(dsa, "y", "1");
        assertRefused(dsa, "g", "1");
        assertRefused(dsa, "q", "5");
        assertRefused(dsa, "p", "xyz");
    }

    private static void assertRefused(Map<String, Object> key, String member, Object value) {
        Map<String, Object> changed = new HashMap<>(key);
        changed.put(member, value);
        assertThatThrownBy(() -> VerifyingKey.parse(changed)).isInstanceOf(MalformedBrowserIdException.class);
        changed.remove(member);
        assertThatThrownBy(() -> VerifyingKey.parse(changed)).isInstanceOf(MalformedBrowserIdException.class);
    }
}
