package org.sagrada.storage.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.service.edge.EdgeFailureException;

/** Reads request bodies, never more of them than allowed. */
public final class Bodies {

    private Bodies() {}

    /**
     * The whole body.
     *
     * @throws EdgeFailureException 413 when it has more bytes than the limit, of which a declared length alone is proof; 400 when
     *     it breaks off
     */
    public static byte[] read(HttpServletRequest request, int limit) {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        try {
            var body = request.getInputStream().readNBytes(limit + 1);
            if (body.length > limit) {
                throw tooLarge(limit);
            }
            return body;
        } catch (IOException e) {
            throw new EdgeFailureException(new EdgeFailure.MalformedBody("The body breaks off."));
        }
    }

    private static EdgeFailureException tooLarge(long limit) {
        return new EdgeFailureException(new EdgeFailure.BodyTooLarge(limit));
    }
}
