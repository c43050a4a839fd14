package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.storage.wire.BsoParser;
import org.sagrada.storage.wire.BsoRules;
import org.sagrada.storage.wire.ListFormat;
import org.sagrada.storage.wire.ParsedBso;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads the records that clients of 1.5 send; {@code text/plain} is taken as JSON, for that is what they call it. */
@Component
final class Bodies15 {

    private final BsoParser parser = new BsoParser(BsoRules.SYNC_15);

    ParsedBso one(HttpServletRequest request, byte[] body) {
        if (format(request.getContentType()) != ListFormat.JSON) {
            throw new Refusal15Exception(415, Code.NONE);
        }
        return parser.one(body);
    }

    List<ParsedBso> many(HttpServletRequest request, byte[] body) {
        return switch (format(request.getContentType())) {
            case JSON -> parser.list(body);
            case NEWLINES -> parser.lines(body);
        };
    }

    private static ListFormat format(@Nullable String contentType) {
        return isPlainText(contentType)
                ? ListFormat.JSON
                : ListFormat.declared(contentType).orElseThrow(() -> new Refusal15Exception(415, Code.NONE));
    }

    private static boolean isPlainText(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.TEXT_PLAIN.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
