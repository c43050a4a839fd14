package org.sagrada.model.hawk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of Hawk's headers: the scheme, then {@code name="value"} or {@code name=token} with commas between.
 * Inside quotes a backslash escapes the next character. Values are printable ASCII, so none can forge a line of the
 * normalized text.
 */
final class HawkAttributes {

    private static final String SCHEME = "Hawk";

    private final Map<String, String> values;

    private HawkAttributes(Map<String, String> values) {
        this.values = values;
    }

    static HawkAttributes parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || header.length() == SCHEME.length()
                || header.charAt(SCHEME.length()) != ' ') {
            throw new MalformedHawkHeaderException("the scheme isn't Hawk");
        }
        return new HawkAttributes(new Reader(header, SCHEME.length()).readAll());
    }

    static HawkAttributes empty() {
        return new HawkAttributes(new LinkedHashMap<>());
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    String require(String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new MalformedHawkHeaderException("no " + name);
        }
        return value;
    }

    HawkAttributes put(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    String format() {
        StringBuilder header = new StringBuilder(SCHEME);
        String separator = " ";
        for (Map.Entry<String, String> attribute : values.entrySet()) {
            header.append(separator).append(attribute.getKey()).append("=\"");
            header.append(attribute.getValue().replace("\\", "\\\\").replace("\"", "\\\""));
            header.append('"');
            separator = ", ";
        }
        return header.toString();
    }

    private static final class Reader {

        private final String header;
        private int at;

        Reader(String header, int at) {
            this.header = header;
            this.at = at;
        }

        Map<String, String> readAll() {
            Map<String, String> attributes = new LinkedHashMap<>();
            do {
                skipBlanks();
                String name = readWord("-_", "an attribute's name is missing");
                expect('=');
                String value = next() == '"' ? readQuoted() : readWord("-_.~+/=:", "a value is missing");
                if (attributes.put(name, value) != null) {
                    throw new MalformedHawkHeaderException("an attribute twice");
                }
                skipBlanks();
            } while (skipComma());
            return attributes;
        }

        private boolean skipComma() {
            if (at == header.length()) {
                return false;
            }
            expect(',');
            return true;
        }

        private String readWord(String alsoAllowed, String otherwise) {
            int start = at;
            while (isAlphanumeric(next()) || alsoAllowed.indexOf(next()) >= 0) {
                at++;
            }
            if (at == start) {
                throw new MalformedHawkHeaderException(otherwise);
            }
            return header.substring(start, at);
        }

        private String readQuoted() {
            StringBuilder value = new StringBuilder();
            at++;
            while (next() != '"') {
                if (next() == '\\') {
                    at++;
                }
                char character = next();
                if (character < ' ' || character > '~') {
                    throw new MalformedHawkHeaderException("an unclosed quote or a character that isn't printable");
                }
                value.append(character);
                at++;
            }
            at++;
            return value.toString();
        }

        private void expect(char character) {
            if (next() != character) {
                throw new MalformedHawkHeaderException("a '" + character + "' is missing");
            }
            at++;
        }

        private void skipBlanks() {
            while (next() == ' ' || next() == '\t') {
                at++;
            }
        }

        private char next() {
            return at < header.length() ? header.charAt(at) : '\0';
        }

        private static boolean isAlphanumeric(char character) {
            return (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9');
        }
    }
}
