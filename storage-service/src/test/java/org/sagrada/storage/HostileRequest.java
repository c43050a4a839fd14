package org.sagrada.storage;

import java.nio.charset.StandardCharsets;

/** A request that must be refused. */
final class HostileRequest {

    private final String method;
    private final String target;
    private final String headers;
    private final byte[] body;
    private final boolean signed;

    HostileRequest(String method, String target, String headers, byte[] body, boolean signed) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.signed = signed;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    /** Each with its line end. */
    String headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    boolean signed() {
        return signed;
    }

    @Override
    public String toString() {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        return method + " " + target + " " + headers.strip() + " "
                + (text.length() > 200 ? text.substring(0, 200) : text);
    }
}
