package org.sagrada.client.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.ClientException;

/** The storage node refused. Each kind that a program may want to act on has a class of its own. */
public abstract sealed class StorageException extends ClientException {

    private final int status;

    private StorageException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** The target changed after the version that the request named. Read what is newer, merge, retry. */
    public static final class Modified extends StorageException {

        private final boolean partly;

        Modified(boolean partly) {
            super(412, "somebody else changed it in the meantime");
            this.partly = partly;
        }

        /** Whether something was written: by earlier requests of an upload that took several. */
        public boolean partly() {
            return partly;
        }
    }

    /** Another write is under way. Wait, read what is newer, merge, retry. */
    public static final class Conflict extends StorageException {

        private final Duration retryAfter;

        Conflict(Duration retryAfter) {
            super(409, "somebody else is changing it");
            this.retryAfter = retryAfter;
        }

        /** How long to wait. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** There is no such record or collection. */
    public static final class NotFound extends StorageException {
        NotFound() {
            super(404, "there is no such record or collection");
        }
    }

    /** Not even a new token is accepted. */
    public static final class Unauthorized extends StorageException {
        Unauthorized() {
            super(401, "the storage node doesn't accept the token");
        }
    }

    /** The user has no room left. Reading goes on. */
    public static final class OverQuota extends StorageException {
        OverQuota() {
            super(403, "there is no room left on the server");
        }
    }

    /** One record, or the whole request, is too large. */
    public static final class TooLarge extends StorageException {
        TooLarge() {
            super(413, "too large for the server");
        }
    }

    /** The server wants no more of this client. Tell the user. */
    public static final class UpgradeRequired extends StorageException {
        UpgradeRequired() {
            super(403, "the server asks for another version of this client");
        }
    }

    /** The node can't work now. */
    public static final class Unavailable extends StorageException {

        private final @Nullable Duration retryAfter;

        Unavailable(int status, @Nullable Duration retryAfter) {
            super(status, "the storage node can't answer now");
            this.retryAfter = retryAfter;
        }

        /** How long to send nothing, if the node says. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Any other refusal. */
    public static final class Refused extends StorageException {
        Refused(int status, String message) {
            super(status, message);
        }
    }
}
