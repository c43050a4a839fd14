package org.sagrada.browsertest.pages;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A phone with an authenticator, and the paper with its codes.
 *
 * @param secret in base32
 */
record SecondStep(String secret, List<String> paper) {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    /** Sets the second step up on the settings page. */
    static SecondStep switchOn(Visitor visitor) {
        visitor.open("/settings/two_step_authentication");
        visitor.press("Set it up");
        visitor.awaitHeadline("Set up the second step");
        var secret = visitor.page().locator(".copyable code").innerText().replaceAll("\\s", "");
        visitor.fill("code", code(secret, 0)).submit();
        visitor.awaitHeadline("Your recovery codes");
        var paper = visitor.page().locator(".paper code").allInnerTexts();
        visitor.press("I have kept them");
        visitor.awaitSuccess("The second step is on");
        return new SecondStep(secret, paper);
    }

    /** The code after the one that switched it on, since each is good once. */
    String nextCode() {
        return code(secret, 1);
    }

    String wrongCode() {
        return code(secret, 1000);
    }

    private static String code(String secret, int stepsAhead) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            var step = Instant.now().getEpochSecond() / STEP_SECONDS + stepsAhead;
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES)
                            .getInt()
                    & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] decode(String letters) {
        var bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        var bits = 0;
        var held = 0;
        for (var i = 0; i < letters.length(); i++) {
            held = held << 5 | BASE32.indexOf(letters.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
