package org.sagrada.model.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sagrada.model.Vectors;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.onepw.Key32;
import tools.jackson.databind.JsonNode;

class WrappingKeyTest {

    private static final JsonNode VECTOR = Vectors.read("keywrap.json");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final WrappingKey KEY = WrappingKey.userKey(Key32.of(new byte[32]));
    private static final KeyTags TAGS = KeyTags.serviceKey("a@example.org", "https://sync.example.com", "sync");

    @Test
    void wrapsAUsersKeyUnderThePassword() throws UnwrapException {
        WrappingKey passwordKey = WrappingKey.ofPassword(text("password"), bytes("salt"));

        assertThat(passwordKey.wrap(bytes("UK"), KeyTags.userKey(), iv("wrappedUK")))
                .isEqualTo(text("wrappedUK"));
        assertThat(passwordKey.unwrap(text("wrappedUK"), KeyTags.userKey())).isEqualTo(bytes("UK"));
        assertThat(WrappingKey.of(bytes("PWK")).unwrap(text("wrappedUK"), KeyTags.userKey()))
                .isEqualTo(bytes("UK"));
    }

    @Test
    void wrapsAServicesKeyUnderTheUsers() throws UnwrapException {
        WrappingKey userKey = WrappingKey.of(bytes("UK"));
        KeyTags tags = KeyTags.serviceKey("andré@example.org", "https://sync.example.com", "service");

        assertThat(userKey.wrap(bytes("SK"), tags, iv("wrappedSK"))).isEqualTo(text("wrappedSK"));
        assertThat(userKey.unwrap(text("wrappedSK"), tags)).isEqualTo(bytes("SK"));
    }

    @Test
    void opensNoKeyForAnotherPurpose() {
        String wrapped = KEY.wrap(new byte[32], TAGS, RANDOM);

        assertRefused(KEY, wrapped, KeyTags.serviceKey("b@example.org", "https://sync.example.com", "sync"));
        assertRefused(KEY, wrapped, KeyTags.serviceKey("a@example.org", "https://sync.example.org", "sync"));
        assertRefused(KEY, wrapped, KeyTags.serviceKey("a@example.org", "https://sync.example.com", "mail"));
        assertRefused(KEY, wrapped, KeyTags.userKey());
        assertRefused(WrappingKey.userKey(Key32.random(RANDOM)), wrapped, TAGS);
        assertThatThrownBy(() -> KeyTags.serviceKey("a@example.org", "https://sync.example.com", "user"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverWritesTheSameTwiceAndNothingSecret() {
        assertThat(KEY.wrap(new byte[32], TAGS, RANDOM)).isNotEqualTo(KEY.wrap(new byte[32], TAGS, RANDOM));
        assertThat(KEY).hasToString("WrappingKey[redacted]");
    }

    @Property
    void opensWhatItWrapped(@ForAll @Size(max = 100) byte[] key, @ForAll String email, @ForAll String keyType)
            throws UnwrapException {
        KeyTags tags = KeyTags.serviceKey(clean(email), "https://sync.example.com", "x" + clean(keyType));

        assertThat(KEY.unwrap(KEY.wrap(key, tags, RANDOM), tags)).isEqualTo(key);
    }

    @Property
    void opensNothingThatWasChanged(@ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(max = 7) int bit) {
        byte[] wrapped = Base64.getDecoder().decode(KEY.wrap(new byte[32], TAGS, RANDOM));
        wrapped[at % wrapped.length] ^= (byte) (1 << bit);

        assertRefused(KEY, Base64.getEncoder().encodeToString(wrapped), TAGS);
    }

    @Property
    void opensNothingThatIsCutShort(@ForAll @IntRange(max = 100) int length) {
        byte[] wrapped = Base64.getDecoder().decode(KEY.wrap(new byte[32], TAGS, RANDOM));

        assertRefused(KEY, Base64.getEncoder().encodeToString(Arrays.copyOf(wrapped, length)), TAGS);
    }

    @Property
    void opensNoTextAtAll(@ForAll String text) {
        assertRefused(KEY, text, TAGS);
    }

    private static void assertRefused(WrappingKey key, String wrapped, KeyTags tags) {
        assertThatThrownBy(() -> key.unwrap(wrapped, tags)).isInstanceOf(UnwrapException.class);
    }

    /** Without lone surrogates, which UTF-8 can't write. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] iv(String wrapped) {
        return Arrays.copyOfRange(Base64.getDecoder().decode(text(wrapped)), 1, 17);
    }

    private static byte[] bytes(String name) {
        return Hex.decode(text(name));
    }

    private static String text(String name) {
        return VECTOR.get(name).asString();
    }
}
