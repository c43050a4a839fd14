package org.sagrada.pidp.totp;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sagrada.model.crypto.ConstantTime;

/** Time-based one-time passwords (RFC 6238): HMAC-SHA1, six digits, steps of 30 s, one step of tolerance. */
final class TotpCode {

    private static final int STEP_SECONDS = 30;
    private static final int TOLERANCE = 1;

    private TotpCode() {}

    /** The step whose code this is, or nothing when it is none of now. */
    static OptionalLong matchingStep(byte[] secret, String code, Instant now) {
        var current = now.getEpochSecond() / STEP_SECONDS;
        var found = OptionalLong.empty();
        for (var step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            if (ConstantTime.equal(of(secret, step), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a step. */
    static String of(byte[] secret, long step) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA1", e);
        }
    }
}
