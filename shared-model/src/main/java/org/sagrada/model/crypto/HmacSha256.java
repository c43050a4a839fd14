package org.sagrada.model.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash HMAC-SHA256 (RFC 2104), by the platform, which uses the processor's own instructions for it. */
public final class HmacSha256 {

    private static final String NAME = "HmacSHA256";

    /** The platform takes no empty key. Keys are filled up with zeros, so this one gives the same code. */
    private static final byte[] EMPTY_KEY = new byte[1];

    private HmacSha256() {}

    /** The 32-byte code of the parts, one after the other, under a key of any length. */
    public static byte[] mac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(key.length == 0 ? EMPTY_KEY : key, NAME));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", missing);
        }
    }
}
