package org.sagrada.service.edge;

/** A request path made fit for a log line: no control characters, no more than 200 characters. */
public final class LoggedPath {

    private static final int LIMIT = 200;

    private LoggedPath() {}

    /** The path with everything outside printable ASCII replaced by a question mark. */
    public static String of(String path) {
        var shown = path.length() > LIMIT ? path.substring(0, LIMIT) + "..." : path;
        return shown.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
