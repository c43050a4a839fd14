package org.sagrada.token.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.HmacSha256;

/**
 * Ids that let a node count users and devices without knowing them.
 *
 * @param user 32 hexadecimal digits
 * @param device 32 hexadecimal digits
 */
record MetricsIds(String user, String device) {

    private static final int DIGITS = 32;

    static MetricsIds of(String secret, String accountUid, @Nullable String deviceId) {
        String user = hash(secret, accountUid);
        return new MetricsIds(user, hash(secret, user + (deviceId == null ? "none" : deviceId)));
    }

    private static String hash(String secret, String text) {
        return Hex.encode(HmacSha256.mac(secret.getBytes(UTF_8), text.getBytes(UTF_8)))
                .substring(0, DIGITS);
    }
}
