package org.sagrada.model.hawk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.crypto.Sha256;

/** Hawk's hash of a payload and its content type. */
public final class PayloadHash {

    private static final byte[] PREFIX = "hawk.1.payload\n".getBytes(UTF_8);
    private static final byte[] NEWLINE = {'\n'};

    private PayloadHash() {}

    /**
     * The hash in base64.
     *
     * @param contentType as the header has it; parameters don't count, nor does case; null counts as empty
     */
    public static String of(@Nullable String contentType, byte[] payload) {
        byte[] type = mediaType(contentType).getBytes(UTF_8);
        return Base64.getEncoder().encodeToString(Sha256.hash(PREFIX, type, NEWLINE, payload, NEWLINE));
    }

    /** Whether a hash fits the payload under its declared content type or, as some clients compute it, under none. */
    public static boolean matches(String hash, @Nullable String contentType, byte[] payload) {
        return ConstantTime.equal(of(contentType, payload), hash) || ConstantTime.equal(of(null, payload), hash);
    }

    private static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
