package org.sagrada.client.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.util.encoders.Base32;
import org.sagrada.model.crypto.Hkdf;
import org.sagrada.model.crypto.HmacSha256;
import org.sagrada.model.onepw.Key32;

/**
 * The sync key of accounts from before 2013: 16 random bytes that the user types in on each device, as 26 characters of base32 with
 * {@code 8} for {@code l} and {@code 9} for {@code o}.
 */
public final class LegacySyncKey {

    private static final int LENGTH = 16;
    private static final int CHARACTERS = 26;
    private static final String PADDING = "======";
    private static final byte[] INFO = "Sync-AES_256_CBC-HMAC256".getBytes(UTF_8);
    private static final byte[] PARENT_INFO = "sagrada/storage-format-6/typed-in-key/".getBytes(UTF_8);

    private final byte[] bytes;

    private LegacySyncKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new one. */
    public static LegacySyncKey random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new LegacySyncKey(bytes);
    }

    /**
     * Reads what a user typed; case, spaces and dashes don't matter, nor does {@code l} for {@code 8} or {@code o} for {@code 9}.
     *
     * @throws IllegalArgumentException if it isn't such a key
     */
    public static LegacySyncKey parse(String typed) {
        String text = typed.replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT)
                .replace('l', '8')
                .replace('o', '9');
        if (text.length() != CHARACTERS) {
            throw new IllegalArgumentException("a sync key has 26 letters and digits");
        }
        String standard = text.replace('8', 'l').replace('9', 'o').toUpperCase(Locale.ROOT);
        if (!standard.matches("[A-Z2-7]+")) {
            throw new IllegalArgumentException("a sync key has letters and the digits 2 to 9 only");
        }
        return new LegacySyncKey(Base32.decode(standard + PADDING));
    }

    /** The text to show, in groups as it always was: one of 1, five of 5. */
    public String text() {
        String standard = Base32.toBase32String(bytes).substring(0, CHARACTERS).toLowerCase(Locale.ROOT);
        String text = standard.replace('l', '8').replace('o', '9');
        return text.substring(0, 1) + "-" + String.join("-", text.substring(1).split("(?<=\\G.{5})"));
    }

    /** The bundle that seals {@code crypto/keys} of such an account. */
    public KeyBundle bundle(String userName) {
        byte[] name = userName.getBytes(UTF_8);
        byte[] first = HmacSha256.mac(bytes, INFO, name, new byte[] {1});
        byte[] second = HmacSha256.mac(bytes, first, INFO, name, new byte[] {2});
        return new KeyBundle(Key32.of(first), Key32.of(second));
    }

    /** What seals the sync key of storage format 6 where this key is typed in: one key, one use. */
    public KeyBundle format6Parent(byte[] context) {
        return KeyBundle.ofBytes(Hkdf.derive(bytes, concat(PARENT_INFO, context), 2 * Key32.LENGTH));
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LegacySyncKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Nothing: it is secret. */
    @Override
    public String toString() {
        return "LegacySyncKey[redacted]";
    }
}
