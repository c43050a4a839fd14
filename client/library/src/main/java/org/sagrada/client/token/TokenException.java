package org.sagrada.client.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.ClientException;

/** The token service refused. Each kind that a program may want to act on has a class of its own. */
public abstract sealed class TokenException extends ClientException {

    private final int status;

    private TokenException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** The assertion or access token isn't accepted: another audience, an issuer it doesn't trust, a bad signature. */
    public static final class InvalidCredentials extends TokenException {
        InvalidCredentials(int status) {
            super(status, "the token service doesn't accept the assertion or access token");
        }
    }

    /** The clocks of the client, the identity provider and the token service differ by too much. */
    public static final class InvalidTimestamp extends TokenException {
        InvalidTimestamp(int status) {
            super(status, "the token service has another time");
        }
    }

    /** The password was changed since: log in again. */
    public static final class InvalidGeneration extends TokenException {
        InvalidGeneration(int status) {
            super(status, "the password was changed; log in again");
        }
    }

    /** The account's keys were replaced since: log in again, with what was synced before no longer readable. */
    public static final class InvalidClientState extends TokenException {
        InvalidClientState(int status) {
            super(status, "the account's keys were replaced; log in again");
        }
    }

    /** This server takes no new users. */
    public static final class NewUsersDisabled extends TokenException {
        NewUsersDisabled(int status) {
            super(status, "this server takes no new users");
        }
    }

    /** The service can't work now, or has no node to give. */
    public static final class Unavailable extends TokenException {

        private final @Nullable Duration retryAfter;

        Unavailable(int status, @Nullable Duration retryAfter) {
            super(status, "the token service can't answer now");
            this.retryAfter = retryAfter;
        }

        /** How long to wait, if the server says. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Any other refusal. */
    public static final class Refused extends TokenException {
        Refused(int status, String message) {
            super(status, message);
        }
    }
}
