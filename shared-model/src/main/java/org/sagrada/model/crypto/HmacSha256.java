package org.sagrada.model.crypto;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The keyed hash HMAC-SHA256 (RFC 2104). Unlike the platform's own it takes an empty key, as HKDF may ask for. */
public final class HmacSha256 {

    private HmacSha256() {}

    /** The 32-byte code of the parts, one after the other, under a key of any length. */
    public static byte[] mac(byte[] key, byte[]... parts) {
        HMac hmac = new HMac(SHA256Digest.newInstance());
        hmac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            hmac.update(part, 0, part.length);
        }
        byte[] mac = new byte[hmac.getMacSize()];
        hmac.doFinal(mac, 0);
        return mac;
    }
}
