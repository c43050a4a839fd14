package org.sagrada.service.edge;

import java.time.Duration;
import java.util.Set;

/** A request that failed before, beside or below every handler. Each protocol words it in its own format. */
public sealed interface EdgeFailure {

    /** The HTTP status of the answer. */
    int status();

    /** For people and logs: what is wrong with the request. Holds nothing secret. */
    String description();

    /** No handler knows this path. */
    record UnknownPath() implements EdgeFailure {
        @Override
        public int status() {
            return 404;
        }

        @Override
        public String description() {
            return "There is nothing at this path.";
        }
    }

    /** The path is known, the method is not; the answer names those that are in {@code Allow}. */
    record MethodNotAllowed(Set<String> allowed) implements EdgeFailure {
        @Override
        public int status() {
            return 405;
        }

        @Override
        public String description() {
            return "This path takes only " + String.join(", ", allowed) + ".";
        }
    }

    /** The request target itself is ill-formed or ambiguous, so it was not routed. */
    record BadTarget(String description) implements EdgeFailure {
        @Override
        public int status() {
            return 400;
        }
    }

    /** The {@code Content-Type} is not one that this path takes. */
    record UnsupportedMediaType(String description) implements EdgeFailure {
        @Override
        public int status() {
            return 415;
        }
    }

    /** Nothing that {@code Accept} allows can be made here. */
    record NotAcceptable(String description) implements EdgeFailure {
        @Override
        public int status() {
            return 406;
        }
    }

    /** The body is not what it claims to be: broken JSON, duplicate keys, invalid UTF-8. */
    record MalformedBody(String description) implements EdgeFailure {
        @Override
        public int status() {
            return 400;
        }
    }

    /** The body is larger than the limit; it was not read whole and the connection closes. */
    record BodyTooLarge(long limitBytes) implements EdgeFailure {
        @Override
        public int status() {
            return 413;
        }

        @Override
        public String description() {
            return "The body is larger than " + limitBytes + " bytes.";
        }
    }

    /** A parameter in the query, a header or the path is missing or has a wrong form. */
    record BadParameter(String name, String description) implements EdgeFailure {
        @Override
        public int status() {
            return 400;
        }
    }

    /** Overload, or the database is gone: the client may try again after the time given. */
    record Unavailable(Duration retryAfter) implements EdgeFailure {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public String description() {
            return "The service cannot answer now; try again in " + retryAfter.toSeconds() + " s.";
        }
    }

    /** A defect of ours. The log has the whole story, the answer has none of it. */
    record Defect() implements EdgeFailure {
        @Override
        public int status() {
            return 500;
        }

        @Override
        public String description() {
            return "The service failed; its log says why.";
        }
    }
}
