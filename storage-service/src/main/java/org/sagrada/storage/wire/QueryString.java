package org.sagrada.storage.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.service.edge.EdgeFailureException;
import org.sagrada.storage.bso.Sort;

/** The parameters of a query, read from the target itself: a body is never taken for one. Given twice, the last one counts. */
public final class QueryString {

    private static final int MOST_IDS = 100;

    private final Map<String, String> values = new HashMap<>();

    private QueryString() {}

    /**
     * Reads what follows the question mark; null when nothing does.
     *
     * @throws EdgeFailureException 400 for a broken escape or bytes that are not UTF-8
     */
    public static QueryString parse(@Nullable String raw) {
        var query = new QueryString();
        if (raw != null) {
            for (var pair : raw.split("&", -1)) {
                var equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                query.values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    /** The value of a parameter; empty text when it has none. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether a parameter is there, whatever its value. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The parameter {@code ids}: a list with commas between, blanks around each dropped.
     *
     * @return null when the parameter is absent
     * @throws BadQueryException when it is empty, has an empty entry, or more than 100
     */
    public @Nullable List<String> ids() {
        var text = values.get("ids");
        if (text == null) {
            return null;
        }
        var ids = List.of(text.split(",", -1)).stream().map(String::strip).toList();
        if (ids.size() > MOST_IDS) {
            throw new BadQueryException("ids", "there are more than " + MOST_IDS);
        }
        if (ids.contains("")) {
            throw new BadQueryException("ids", "an id is empty");
        }
        if (ids.stream().anyMatch(id -> !Unicode.isStorable(id))) {
            throw new BadQueryException("ids", "an id has a character that no record's id has");
        }
        return ids.stream().distinct().toList();
    }

    /**
     * The parameter {@code limit}: how many records, at least 1; null when it is absent.
     *
     * @throws BadQueryException when it is no such number
     */
    public @Nullable Integer limit() {
        var text = values.get("limit");
        if (text == null) {
            return null;
        }
        if (!isDigits(text)) {
            throw new BadQueryException("limit", "value is not a whole number");
        }
        var value = Long.parseLong(text);
        if (value == 0) {
            throw new BadQueryException("limit", "value is not positive");
        }
        return (int) Math.min(value, Integer.MAX_VALUE - 1);
    }

    /**
     * The parameter {@code sort}; newest first when it is absent.
     *
     * @throws BadQueryException for any other word than newest, oldest and index
     */
    public Sort sort() {
        return switch (values.getOrDefault("sort", "newest")) {
            case "newest" -> Sort.NEWEST;
            case "oldest" -> Sort.OLDEST;
            case "index" -> Sort.INDEX;
            default -> throw new BadQueryException("sort", "value is not newest, oldest or index");
        };
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String decode(String raw) {
        var bytes = ByteBuffer.allocate(raw.length() * 3);
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '%') {
                if (i + 2 >= raw.length() || hex(raw, i + 1) < 0 || hex(raw, i + 2) < 0) {
                    throw malformed();
                }
                bytes.put((byte) (hex(raw, i + 1) << 4 | hex(raw, i + 2)));
                i += 2;
            } else {
                bytes.put(c == '+' ? new byte[] {' '} : String.valueOf(c).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    private static int hex(String text, int at) {
        return text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
    }

    private static EdgeFailureException malformed() {
        return new EdgeFailureException(new EdgeFailure.BadTarget("The query is not percent-encoded UTF-8."));
    }
}
