package org.sagrada.service.edge;

import java.util.Locale;
import java.util.Optional;

/**
 * Which request targets are routed at all. A target that two programs on its way could read differently is refused, so that a
 * proxy's rules and ours always speak of the same thing.
 */
final class RequestTarget {

    private RequestTarget() {}

    /** Says what is wrong with the raw path (without query), or nothing. */
    static Optional<String> refusal(String rawPath) {
        if (rawPath.indexOf(';') >= 0) {
            return Optional.of("A path must not have parameters (;).");
        }
        if (rawPath.indexOf('\\') >= 0) {
            return Optional.of("A path must not have backslashes.");
        }
        if (hasControlCharacter(rawPath)) {
            return Optional.of("A path must not have control characters.");
        }
        return escapesRefusal(rawPath.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> escapesRefusal(String path) {
        for (var i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
            if (i + 2 >= path.length() || !isHex(path.charAt(i + 1)) || !isHex(path.charAt(i + 2))) {
                return Optional.of("A percent sign in a path must be followed by two hexadecimal digits.");
            }
            var code = Integer.parseInt(path, i + 1, i + 3, 16);
            if (code == '/' || code == '\\') {
                return Optional.of("A path must not have encoded slashes.");
            }
            if (code < 0x20 || code == 0x7f) {
                return Optional.of("A path must not have control characters.");
            }
        }
        return hasDotSegment(path.replace("%2e", "."))
                ? Optional.of("A path must not have . or .. segments.")
                : Optional.empty();
    }

    private static boolean hasDotSegment(String path) {
        for (var segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasControlCharacter(String path) {
        return path.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }
}
