package org.sagrada.model.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.crypto.Hkdf;
import org.sagrada.model.crypto.HmacSha256;
import org.sagrada.model.hawk.HawkCredentials;

/** One master secret: the signing key made of it, and the keys of the tokens it signed. */
final class TokenSecret {

    static final int SIGNATURE_BYTES = 32;

    private static final byte[] SIGNING = "services.mozilla.com/tokenlib/v1/signing".getBytes(US_ASCII);
    private static final String DERIVE = "services.mozilla.com/tokenlib/v1/derive/";

    private final byte[] secret;
    private final byte[] signingKey;

    TokenSecret(String text) {
        this.secret = text.getBytes(UTF_8);
        this.signingKey = Hkdf.derive(secret, SIGNING, 32);
    }

    String sign(byte[] payload) {
        byte[] signed = Arrays.copyOf(payload, payload.length + SIGNATURE_BYTES);
        System.arraycopy(HmacSha256.mac(signingKey, payload), 0, signed, payload.length, SIGNATURE_BYTES);
        return Base64Url.encodePadded(signed);
    }

    boolean signed(byte[] payload, byte[] signature) {
        return ConstantTime.equal(HmacSha256.mac(signingKey, payload), signature);
    }

    HawkCredentials credentials(String token, String salt) {
        return HawkCredentials.ofText(token, key(token, salt));
    }

    String key(String token, String salt) {
        byte[] info = (DERIVE + token).getBytes(US_ASCII);
        return Base64Url.encodePadded(Hkdf.derive(secret, salt.getBytes(US_ASCII), info, 32));
    }
}
