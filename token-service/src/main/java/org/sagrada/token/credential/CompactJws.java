package org.sagrada.token.credential;

import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.MalformedEncodingException;

/** Signed tokens in their compact form, each of which has one spelling only. */
public final class CompactJws {

    private CompactJws() {}

    /** The token, unverified; null if the text isn't one. */
    public static @Nullable JWSObject parseOrNull(String text) {
        try {
            for (String part : text.split("\\.", -1)) {
                Base64Url.decode(part);
            }
            return JWSObject.parse(text);
        } catch (ParseException | MalformedEncodingException malformed) {
            return null;
        }
    }
}
