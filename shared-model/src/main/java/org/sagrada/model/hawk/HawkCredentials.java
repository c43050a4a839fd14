package org.sagrada.model.hawk;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.sagrada.model.crypto.HmacSha256;

/** Who signs and with what: an identifier that travels in the clear and a key that never does. */
public final class HawkCredentials {

    private final String id;
    private final byte[] key;

    private HawkCredentials(String id, byte[] key) {
        this.id = id;
        this.key = key;
    }

    /** Credentials whose key is bytes, as the tokens of the onepw protocol have. */
    public static HawkCredentials ofBytes(String id, byte[] key) {
        return new HawkCredentials(id, key.clone());
    }

    /** Credentials whose key is the characters of a text, not what they may encode, as storage tokens have. */
    public static HawkCredentials ofText(String id, String key) {
        return new HawkCredentials(id, key.getBytes(UTF_8));
    }

    /** The identifier sent in the header. */
    public String id() {
        return id;
    }

    byte[] mac(String normalized) {
        return HmacSha256.mac(key, normalized.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "HawkCredentials[redacted]";
    }
}
