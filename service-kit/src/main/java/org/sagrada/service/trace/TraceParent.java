package org.sagrada.service.trace;

import io.opentelemetry.api.trace.Span;
import java.util.Optional;

/**
 * What hands the trace of a request on to another service (W3C Trace Context, 3.2), also when that happens later: it is kept with
 * what is to be done.
 */
public final class TraceParent {

    /** The header of requests. */
    public static final String HEADER = "traceparent";

    private static final String VERSION = "00";

    private TraceParent() {}

    /** The header's value for the request that is being answered, if one is. */
    public static Optional<String> current() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of(String.join(
                        "-",
                        VERSION,
                        span.getTraceId(),
                        span.getSpanId(),
                        span.getTraceFlags().asHex()))
                : Optional.empty();
    }
}
