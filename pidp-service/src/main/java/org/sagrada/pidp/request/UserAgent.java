package org.sagrada.pidp.request;

import jakarta.servlet.http.HttpServletRequest;

/** What a client calls itself. */
public final class UserAgent {

    private static final int LONGEST = 255;

    private UserAgent() {}

    /** Printable ASCII, at most 255 characters; empty where the request says nothing. */
    public static String of(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        if (agent == null) {
            return "";
        }
        var printable = agent.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.substring(0, Math.min(LONGEST, printable.length()));
    }
}
