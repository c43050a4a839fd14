package org.sagrada.client.storage;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.Json;

/** Turns error answers of SyncStorage 2.0 into exceptions. */
final class StorageErrors {

    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

    private StorageErrors() {}

    static StorageException of(HttpAnswer answer) {
        int status = answer.status();
        return switch (status) {
            case 401 -> new StorageException.Unauthorized();
            case 403 -> forbidden(answer);
            case 404 -> new StorageException.NotFound();
            case 409 -> {
                Duration wait = retryAfter(answer);
                yield new StorageException.Conflict(wait == null ? SHORT_WAIT : wait);
            }
            case 412 -> new StorageException.Modified(false);
            case 413 -> new StorageException.TooLarge();
            case 429, 502, 503, 504 -> new StorageException.Unavailable(status, retryAfter(answer));
            default -> refused(answer);
        };
    }

    private static StorageException forbidden(HttpAnswer answer) {
        String status = Json.parseOrEmpty(answer.body()).textOrNull("status");
        return switch (status == null ? "" : status) {
            case "quota-exceeded" -> new StorageException.OverQuota();
            case "upgrade-required" -> new StorageException.UpgradeRequired();
            default -> refused(answer);
        };
    }

    private static StorageException refused(HttpAnswer answer) {
        Object errors = Json.parseOrEmpty(answer.body()).asMap().get("errors");
        return new StorageException.Refused(
                answer.status(),
                "the storage node refused: status " + answer.status() + (errors == null ? "" : ", " + errors));
    }

    private static @Nullable Duration retryAfter(HttpAnswer answer) {
        OptionalLong seconds = answer.headers().number("Retry-After");
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : null;
    }
}
