package org.sagrada.storage.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The media types of lists, and how a request chooses one. */
public enum ListFormat {
    /** One JSON value. */
    JSON("application/json"),

    /** One JSON value on each line. */
    NEWLINES("application/newlines");

    private final String mediaType;

    ListFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The format that an {@code Accept} header likes best, JSON where it likes several equally; empty when it takes none.
     *
     * @param accept null: everything is welcome
     */
    public static Optional<ListFormat> accepted(@Nullable String accept) {
        return accepted(accept, List.of(values()));
    }

    /** Whether an {@code Accept} header takes JSON. */
    public static boolean acceptsJson(@Nullable String accept) {
        return accepted(accept, List.of(JSON)).isPresent();
    }

    /** Which format a {@code Content-Type} declares; parameters and case don't count. */
    public static Optional<ListFormat> declared(@Nullable String contentType) {
        try {
            var declared = MediaType.parseMediaType(contentType == null ? "" : contentType);
            return List.of(values()).stream()
                    .filter(format -> format.type().equalsTypeAndSubtype(declared))
                    .findFirst();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ListFormat> accepted(@Nullable String accept, List<ListFormat> made) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(JSON);
        }
        List<MediaType> ranges;
        try {
            ranges = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
        // max keeps the first of equals: JSON.
        return made.stream()
                .filter(format -> format.quality(ranges) > 0)
                .max(Comparator.comparingDouble(format -> format.quality(ranges)));
    }

    /** The quality of the most specific range that includes this type; 0 when none does. */
    private double quality(List<MediaType> ranges) {
        return ranges.stream()
                .filter(range -> range.includes(type()))
                .max(Comparator.comparingInt(ListFormat::specificity))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private MediaType type() {
        return MediaType.valueOf(mediaType);
    }

    private static int specificity(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }
}
