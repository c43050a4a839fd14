package org.sagrada.storage.bso;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.MalformedEncodingException;

/**
 * The last record of a page, after which the next one begins. As a token it is opaque, of the urlsafe-base64 alphabet, and
 * carries a checksum: not a secret, since a client may read its own records, but enough to refuse what we never sent.
 *
 * @param number version or sortindex, as the order has it
 */
public record Position(Sort sort, long number, String id) {

    /** Checksum, sort, number, id. */
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8}) ((NEWEST|OLDEST|INDEX) (-?[0-9]{1,18}) (.+))");

    /** The token for clients. */
    public String toToken() {
        var text = sort.name() + " " + number + " " + id;
        return Base64Url.encode((checksum(text) + " " + text).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a token; empty when it is none of ours. */
    public static Optional<Position> ofToken(String token) {
        byte[] bytes;
        try {
            bytes = Base64Url.decode(token);
        } catch (MalformedEncodingException e) {
            return Optional.empty();
        }
        var form = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
        return form.matches() && checksum(form.group(2)).equals(form.group(1))
                ? Optional.of(new Position(Sort.valueOf(form.group(3)), Long.parseLong(form.group(4)), form.group(5)))
                : Optional.empty();
    }

    private static String checksum(String text) {
        var checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
