package org.sagrada.client.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.client.http.Json;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.SyncKeys;

class Format5CipherTest {

    private static final Json VECTORS = vectors().object("storageFormat5");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RecordCipher CIPHER = RecordCipher.format5(KeyBundle.random(RANDOM), RANDOM);

    static Stream<Json> records() {
        return VECTORS.objects("recordEncryption").stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void sealsAndOpensThePublishedRecords(Json vector) throws BadRecordException {
        RecordCipher cipher =
                RecordCipher.format5(new KeyBundle(key(vector, "encryptionKey"), key(vector, "hmacKey")), RANDOM);

        String sealed = RecordCipher.format5(keys(vector), new FixedRandom(vector.text("iv")))
                .seal(vector.text("cleartext"));

        assertThat(cipher.open(sealed)).isEqualTo(vector.text("cleartext"));
        if (vector.asMap().containsKey("bso")) {
            Json bso = vector.object("bso");
            assertThat(sealed).isEqualTo(bso.text("payload"));
            assertThat(cipher.open(bso.text("id"), bso.text("payload")).text("id"))
                    .isEqualTo(bso.text("id"));
            assertThatThrownBy(() -> cipher.open("another", bso.text("payload")))
                    .isInstanceOf(BadRecordException.class);
        } else {
            assertThat(Json.parse(sealed).text("ciphertext")).isEqualTo(vector.text("ciphertextB64"));
            assertThat(Json.parse(sealed).text("hmac")).isEqualTo(vector.text("hmac"));
        }
    }

    @Test
    void opensAndSealsThePublishedKeys() throws BadRecordException {
        Json vector = VECTORS.object("cryptoKeys");
        Json derivation = VECTORS.objects("keyDerivation").get(1);
        KeyBundle syncKeys = KeyBundle.of(SyncKeys.of(key(derivation, "masterKey")));
        RecordCipher cipher = RecordCipher.format5(syncKeys, RANDOM);

        CryptoKeys keys = CryptoKeys.open(vector.object("bso").text("payload"), cipher);

        assertThat(syncKeys).isEqualTo(new KeyBundle(key(derivation, "encryptionKey"), key(derivation, "hmacKey")));
        KeyBundle expected = new KeyBundle(key(vector, "defaultEncryptionKey"), key(vector, "defaultHmacKey"));
        assertThat(keys).isEqualTo(new CryptoKeys(expected, Map.of()));
        assertThat(keys.of("bookmarks")).isEqualTo(expected);
        assertThat(CryptoKeys.open(keys.seal(cipher), cipher)).isEqualTo(keys);
    }

    @Test
    void keepsTheKeysOfEachCollectionApart() throws BadRecordException {
        CryptoKeys keys = new CryptoKeys(KeyBundle.random(RANDOM), Map.of("passwords", KeyBundle.random(RANDOM)));

        assertThat(CryptoKeys.open(keys.seal(CIPHER), CIPHER)).isEqualTo(keys);
        assertThat(keys.of("passwords")).isNotEqualTo(keys.of("bookmarks"));
    }

    @Test
    void readsThePublishedShapeAndRefusesItWithoutItsKey() {
        Json shape = VECTORS.object("payloadShape");
        String payload = Json.format(
                Map.of("ciphertext", shape.text("ciphertext"), "IV", shape.text("IV"), "hmac", shape.text("hmac")));

        assertThatThrownBy(() -> CIPHER.open(payload)).isInstanceOf(BadRecordException.class);
    }

    @Test
    void sealsTombstones() throws BadRecordException {
        assertThat(CIPHER.open("one", CIPHER.sealTombstone("one")).flag("deleted"))
                .isTrue();
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(CIPHER.seal("text")).isNotEqualTo(CIPHER.seal("text"));
    }

    @Property(tries = 200)
    void opensWhatItSealed(@ForAll String text) throws BadRecordException {
        String wellFormed = new String(text.getBytes(UTF_8), UTF_8);

        assertThat(CIPHER.open(CIPHER.seal(wellFormed))).isEqualTo(wellFormed);
    }

    @Property(tries = 200)
    void neverOpensAChangedCiphertext(@ForAll @IntRange(max = 1000) int at) {
        Json sealed = Json.parse(CIPHER.seal("some text that takes more than one block of the cipher"));
        StringBuilder ciphertext = new StringBuilder(sealed.text("ciphertext"));
        int index = at % ciphertext.length();
        ciphertext.setCharAt(index, ciphertext.charAt(index) == 'A' ? 'B' : 'A');
        String payload = Json.format(
                Map.of("ciphertext", ciphertext.toString(), "IV", sealed.text("IV"), "hmac", sealed.text("hmac")));

        assertThatThrownBy(() -> CIPHER.open(payload)).isInstanceOf(BadRecordException.class);
    }

    @Property
    void anyTextIsAPayloadOrIsNot(@ForAll String text) {
        assertThatThrownBy(() -> CIPHER.open(text)).isInstanceOf(BadRecordException.class);
        assertThatThrownBy(() -> CIPHER.open("id", text)).isInstanceOf(BadRecordException.class);
    }

    private static KeyBundle keys(Json vector) {
        return new KeyBundle(key(vector, "encryptionKey"), key(vector, "hmacKey"));
    }

    private static Key32 key(Json vector, String name) {
        return Key32.fromHex(vector.text(name));
    }

    private static Json vectors() {
        try (InputStream in = Format5CipherTest.class.getResourceAsStream("/vectors/storage-format-5.json")) {
            return Json.parse(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
