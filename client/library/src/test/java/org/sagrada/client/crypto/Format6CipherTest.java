package org.sagrada.client.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.client.http.Json;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.onepw.Key32;

class Format6CipherTest {

    private static final Json VECTORS = vectors().object("storageFormat6");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RecordCipher CIPHER = RecordCipher.format6(KeyBundle.random(RANDOM), RANDOM);

    static Stream<Json> records() {
        return VECTORS.objects("recordEncryption").stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void sealsAndOpensThePublishedRecords(Json vector) throws BadRecordException {
        RecordCipher cipher = RecordCipher.format6(bundle(vector, "bundle"), new FixedRandom(vector.text("iv")));

        assertThat(cipher.seal(vector.text("cleartext"))).isEqualTo(vector.text("payload"));
        assertThat(cipher.open(vector.text("payload"))).isEqualTo(vector.text("cleartext"));
    }

    static Stream<Json> broken() {
        return VECTORS.objects("mustFail").stream();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void opensNothingThatWasChanged(Json vector) {
        RecordCipher cipher = RecordCipher.format6(bundle(vector, "bundle"), RANDOM);

        assertThatThrownBy(() -> cipher.open(vector.text("payload"))).isInstanceOf(BadRecordException.class);
    }

    static Stream<Json> cryptoRecords() {
        return VECTORS.objects("cryptoRecord").stream();
    }

    @ParameterizedTest
    @MethodSource("cryptoRecords")
    void sealsAndOpensThePublishedCryptoRecords(Json vector) throws BadRecordException {
        List<String> ivs = new ArrayList<>();
        Map<String, KeyBundle> collections = new LinkedHashMap<>();
        for (Json collection : vector.objects("collections")) {
            ivs.add(collection.text("iv"));
            collections.put(collection.text("collection"), bundle(collection, "bundle"));
        }
        ivs.add(vector.text("dataIv"));
        KeyBundle parent = null;
        if (vector.asMap().containsKey("parentBundle")) {
            parent = bundle(vector, "parentBundle");
            ivs.add(vector.text("encryptingKeyIv"));
        }
        CollectionKeys keys = new CollectionKeys(bundle(vector, "wrappingBundle"), collections);

        assertThat(keys.seal(parent, new FixedRandom(ivs.toArray(String[]::new))))
                .isEqualTo(vector.text("payload"));
        assertThat(open(vector.text("payload"), parent, keys.syncKey())).isEqualTo(keys);
    }

    private static CollectionKeys open(String payload, @Nullable KeyBundle parent, KeyBundle syncKey)
            throws BadRecordException {
        return parent == null
                ? CollectionKeys.open(payload, syncKey, RANDOM)
                : CollectionKeys.openWithParent(payload, parent, RANDOM);
    }

    @Test
    void derivesTheParentFromKb() {
        Json vector = VECTORS.object("syncKey");

        assertThat(CollectionKeys.parent(Key32.fromHex(vector.text("kB")))).isEqualTo(bundle(vector, "wrappingBundle"));
    }

    @Test
    void opensNoCryptoRecordWithAnotherKey() {
        CollectionKeys keys = new CollectionKeys(KeyBundle.random(RANDOM), Map.of()).with("bookmarks", RANDOM);
        KeyBundle parent = KeyBundle.random(RANDOM);
        String payload = keys.seal(parent, RANDOM);

        assertThatThrownBy(() -> CollectionKeys.openWithParent(payload, KeyBundle.random(RANDOM), RANDOM))
                .isInstanceOf(BadRecordException.class);
        assertThatThrownBy(() -> CollectionKeys.open(payload, KeyBundle.random(RANDOM), RANDOM))
                .isInstanceOf(BadRecordException.class);
        assertThatThrownBy(() -> CollectionKeys.openWithParent("{}", parent, RANDOM))
                .isInstanceOf(BadRecordException.class);
    }

    @Test
    void givesEachCollectionItsOwnKeysAndKeepsThoseThereAre() {
        CollectionKeys keys = new CollectionKeys(KeyBundle.random(RANDOM), Map.of())
                .with("bookmarks", RANDOM)
                .with("history", RANDOM);

        assertThat(keys.of("bookmarks")).isPresent().isNotEqualTo(keys.of("history"));
        assertThat(keys.of("passwords")).isEmpty();
        assertThat(keys.with("bookmarks", RANDOM)).isEqualTo(keys);
    }

    @Property(tries = 200)
    void opensWhatItSealed(@ForAll String text) throws BadRecordException {
        String wellFormed = new String(text.getBytes(UTF_8), UTF_8);

        assertThat(CIPHER.open(CIPHER.seal(wellFormed))).isEqualTo(wellFormed);
    }

    @Property(tries = 300)
    void seesEveryChangedBit(@ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(max = 7) int bit) {
        byte[] sealed = Base64.getDecoder().decode(CIPHER.seal("a text of more than one block"));
        sealed[at % sealed.length] ^= (byte) (1 << bit);

        assertThatThrownBy(() -> CIPHER.open(Base64.getEncoder().encodeToString(sealed)))
                .isInstanceOf(BadRecordException.class);
    }

    @Property
    void anyTextIsAPayloadOrIsNot(@ForAll String text) {
        assertThatThrownBy(() -> CIPHER.open(text)).isInstanceOf(BadRecordException.class);
    }

    private static KeyBundle bundle(Json vector, String name) {
        return KeyBundle.ofBytes(Hex.decode(vector.text(name)));
    }

    private static Json vectors() {
        try (InputStream in = Format6CipherTest.class.getResourceAsStream("/vectors/storage-format-6.json")) {
            return Json.parse(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
