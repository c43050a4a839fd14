package org.sagrada.pidp.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.service.edge.EdgeFailureException;

/** A request's body, read once within the limit and kept for whoever needs it next: the payload hash, the JSON. */
public final class RequestBytes {

    /** What the account API takes at most, in bytes. */
    public static final int LIMIT = 16_384;

    private static final String ATTRIBUTE = RequestBytes.class.getName();

    private RequestBytes() {}

    /** The whole body; over {@link #LIMIT} the request ends with 413. */
    public static byte[] of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof byte[] read) {
            return read;
        }
        var bytes = read(request);
        request.setAttribute(ATTRIBUTE, bytes);
        return bytes;
    }

    private static byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > LIMIT) {
            throw new EdgeFailureException(new EdgeFailure.BodyTooLarge(LIMIT));
        }
        try {
            var bytes = request.getInputStream().readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new EdgeFailureException(new EdgeFailure.BodyTooLarge(LIMIT));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
