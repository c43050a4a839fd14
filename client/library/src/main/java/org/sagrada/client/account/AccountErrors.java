package org.sagrada.client.account;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.Json;

/** Turns the account API's error answers into exceptions. */
final class AccountErrors {

    static final int BAD_TIMESTAMP = 111;

    private AccountErrors() {}

    static AccountException of(HttpAnswer answer) {
        Json body = Json.parseOrEmpty(answer.body());
        int errno = errno(body);
        return switch (errno) {
            case 101 -> new AccountException.EmailTaken(errno);
            case 102 -> new AccountException.UnknownAccount(errno);
            case 103 -> new AccountException.IncorrectPassword(errno);
            case 104, 138 -> new AccountException.Unverified(errno);
            case 109, 110, 115 -> new AccountException.InvalidToken(errno);
            case 114 -> new AccountException.TooManyRequests(errno, retryAfter(answer));
            case 120 -> {
                String stored = body.textOrNull("email");
                yield stored == null
                        ? other(answer, body, errno)
                        : new AccountException.IncorrectEmailCase(errno, stored);
            }
            default -> other(answer, body, errno);
        };
    }

    private static AccountException other(HttpAnswer answer, Json body, int errno) {
        if (answer.status() == 429) {
            return new AccountException.TooManyRequests(errno, retryAfter(answer));
        }
        if (answer.status() == 503) {
            return new AccountException.Unavailable(errno, retryAfter(answer));
        }
        String message = body.textOrNull("message");
        return new AccountException.Refused(
                errno,
                "the identity provider refused: "
                        + (message == null ? "status " + answer.status() : message)
                        + (errno == 0 ? "" : " (" + errno + ")"));
    }

    static int errno(HttpAnswer answer) {
        return errno(Json.parseOrEmpty(answer.body()));
    }

    private static int errno(Json body) {
        Long errno = body.numberOrNull("errno");
        return errno == null ? 0 : errno.intValue();
    }

    private static @Nullable Duration retryAfter(HttpAnswer answer) {
        OptionalLong seconds = answer.headers().number("Retry-After");
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : null;
    }
}
