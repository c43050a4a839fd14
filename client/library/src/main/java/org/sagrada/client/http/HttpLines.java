package org.sagrada.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/** An answer whose body is still arriving, line by line in UTF-8. */
public final class HttpLines implements Closeable {

    private final int status;
    private final HttpHeaders headers;
    private final BufferedReader body;

    public HttpLines(int status, HttpHeaders headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = new BufferedReader(new InputStreamReader(body, UTF_8));
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    /** The next line without its end, or null after the last. */
    public @Nullable String next() {
        try {
            return body.readLine();
        } catch (IOException broken) {
            throw new ConnectionException("the answer broke off", broken);
        }
    }

    /** The rest of the body as one answer: for answers that turn out to be errors. */
    public HttpAnswer rest() {
        StringBuilder text = new StringBuilder();
        for (String line = next(); line != null; line = next()) {
            text.append(line).append('\n');
        }
        return new HttpAnswer(status, headers, text.toString());
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException broken) {
            // Nothing more is wanted of it.
        }
    }
}
