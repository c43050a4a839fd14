package org.sagrada.service.trace;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

/**
 * Names a request in its answer as the log names it: a person who reports an error can say which line it was. It is the trace
 * id of W3C Trace Context (3.2.2.3): the caller's, where the request came with one.
 */
public final class RequestId {

    /** The header of answers. */
    public static final String HEADER = "X-Request-Id";

    private static final String TRACE_ID = "traceId";

    private RequestId() {}

    /** Sets the header, unless the request isn't traced. */
    public static void stamp(HttpServletResponse response) {
        var id = MDC.get(TRACE_ID);
        if (id != null) {
            response.setHeader(HEADER, id);
        }
    }
}
