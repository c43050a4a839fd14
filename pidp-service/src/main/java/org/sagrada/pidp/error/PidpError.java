package org.sagrada.pidp.error;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One reason to refuse a request, as the account API numbers them.
 *
 * @param code the HTTP status
 * @param errno the number that clients act on
 * @param message for people; holds nothing secret
 * @param extra further members of the error object
 */
public record PidpError(int code, int errno, String message, Map<String, Object> extra) {

    private static final String RETRY_AFTER = "retryAfter";

    /** Copies the extra members. */
    public PidpError {
        extra = Map.copyOf(extra);
    }

    /** An error without further members. */
    public static PidpError of(int code, int errno, String message) {
        return new PidpError(code, errno, message, Map.of());
    }

    /** 101: a verified account has this address. */
    public static PidpError accountExists(String email) {
        return new PidpError(400, 101, "Account already exists", Map.of("email", email));
    }

    /** 102: no account has this address. */
    public static PidpError unknownAccount(String email) {
        return new PidpError(400, 102, "Unknown account", Map.of("email", email));
    }

    /** 102, where the request named no address. */
    public static PidpError unknownAccount() {
        return of(400, 102, "Unknown account");
    }

    /** 103: the address is right and the password is not. */
    public static PidpError incorrectPassword(String email) {
        return new PidpError(400, 103, "Incorrect password", Map.of("email", email));
    }

    /** 104: the account's address has to be verified first. */
    public static PidpError unverifiedAccount() {
        return of(400, 104, "Unverified account");
    }

    /** 105: the code is not the one that was mailed. */
    public static PidpError invalidVerificationCode() {
        return of(400, 105, "Invalid verification code");
    }

    /** 106: the body is not JSON, or not a JSON object. */
    public static PidpError invalidJson() {
        return of(400, 106, "Invalid JSON in request body");
    }

    /** 107: a parameter has a value that it cannot have. */
    public static PidpError invalidParameter(String name) {
        return new PidpError(
                400, 107, "Invalid parameter in request body", Map.of("validation", Map.of("keys", new String[] {name
                })));
    }

    /** 108: a parameter is absent. */
    public static PidpError missingParameter(String name) {
        return new PidpError(400, 108, "Missing parameter in request body: " + name, Map.of("param", name));
    }

    /** 109: the MAC or the payload hash of the request does not fit. */
    public static PidpError invalidSignature() {
        return of(401, 109, "Invalid request signature");
    }

    /** 110: no such token, or none was sent. */
    public static PidpError invalidToken() {
        return of(401, 110, "Invalid authentication token in request signature");
    }

    /** 111: the request's time is too far from ours, which is sent along in seconds. */
    public static PidpError invalidTimestamp(long serverTime) {
        return new PidpError(401, 111, "Invalid timestamp in request signature", Map.of("serverTime", serverTime));
    }

    /** 113: the body is over the limit. */
    public static PidpError bodyTooLarge() {
        return of(413, 113, "Request body too large");
    }

    /** 114: a limit is used up; the client may come again after the time given. */
    public static PidpError tooManyRequests(Duration retryAfter) {
        return new PidpError(
                429, 114, "Client has sent too many requests", Map.of(RETRY_AFTER, secondsRoundedUp(retryAfter)));
    }

    /** 115: this request was here before. */
    public static PidpError replayed() {
        return of(401, 115, "Invalid nonce in request signature");
    }

    /** 120: the password was stretched with another spelling of the address; the right one is sent along. */
    public static PidpError incorrectEmailCase(String spelling) {
        return new PidpError(400, 120, "Incorrect email case", Map.of("email", spelling));
    }

    /** 125: an operator's rule forbids this. */
    public static PidpError blocked(String message) {
        return of(400, 125, message);
    }

    /** 138: the session has to be verified first. */
    public static PidpError unverifiedSession() {
        return of(400, 138, "Unverified session");
    }

    /** 201: overload; the client may come again after the time given. */
    public static PidpError unavailable(Duration retryAfter) {
        return new PidpError(503, 201, "Service unavailable", Map.of(RETRY_AFTER, secondsRoundedUp(retryAfter)));
    }

    /** The same error with one more member. */
    public PidpError with(String name, Object value) {
        var members = new LinkedHashMap<>(extra);
        members.put(name, value);
        return new PidpError(code, errno, message, members);
    }

    private static long secondsRoundedUp(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
