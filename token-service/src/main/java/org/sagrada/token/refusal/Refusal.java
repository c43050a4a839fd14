package org.sagrada.token.refusal;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that isn't granted, and why.
 *
 * @param code of HTTP
 * @param status the word clients decide by, such as {@code invalid-credentials}
 * @param location which part of the request is at fault: {@code header}, {@code url}, {@code body} or {@code internal}
 * @param name of that part, or empty
 * @param description for people
 * @param rule a short name of the rule that refused, for logs and metrics
 * @param detail both sides' figures, for the log only; holds nothing secret
 * @param retryAfter when to come back; null where that would change nothing
 * @param conditionUrls the terms to be accepted, by name; empty for any other refusal
 */
public record Refusal(
        int code,
        String status,
        String location,
        String name,
        String description,
        String rule,
        String detail,
        @Nullable Duration retryAfter,
        Map<String, String> conditionUrls) {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    /** 401 with the usual location and description. */
    public static Refusal unauthorized(String status, String rule, String detail) {
        return unauthorized(status, "body", "", "Unauthorized", rule, detail);
    }

    /** 401 that says more. */
    public static Refusal unauthorized(
            String status, String location, String name, String description, String rule, String detail) {
        return new Refusal(401, status, location, name, description, rule, detail, null, Map.of());
    }

    /** 400, 403, 404: something about the request that no other credential would mend. */
    public static Refusal of(
            int code, String status, String location, String name, String description, String rule, String detail) {
        return new Refusal(code, status, location, name, description, rule, detail, null, Map.of());
    }

    /** 429: too many of a kind at once. */
    public static Refusal tooMany(String description, String rule, String detail, Duration retryAfter) {
        return new Refusal(429, "error", "body", "", description, rule, detail, retryAfter, Map.of());
    }

    /** 403 until the client says that its user accepts the terms. */
    public static Refusal termsNotAccepted(Map<String, String> urls) {
        return new Refusal(
                403,
                "error",
                "header",
                "X-Conditions-Accepted",
                "Need to accept conditions",
                "terms",
                "not accepted",
                null,
                urls);
    }

    /** 503 because an identity provider can't be asked; the client keeps its credential and comes back. */
    public static Refusal unverifiable(String rule, String detail) {
        return new Refusal(503, "error", "body", "", "Resource is not available", rule, detail, RETRY_AFTER, Map.of());
    }

    /** 503 because no node takes a user. */
    public static Refusal noNode() {
        return new Refusal(
                503,
                "internal-error",
                "internal",
                "",
                "Server error",
                "no-node",
                "no node has room",
                RETRY_AFTER,
                Map.of());
    }

    /** Ready to be thrown. */
    public RefusalException toException() {
        return new RefusalException(this);
    }
}
