package org.sagrada.client.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.ClientException;

/** The identity provider refused. Each kind that a program may want to act on has a class of its own. */
public abstract sealed class AccountException extends ClientException {

    private final int errno;

    private AccountException(int errno, String message) {
        super(message);
        this.errno = errno;
    }

    /** The protocol's number of the error; 0 if the server gave none. */
    public int errno() {
        return errno;
    }

    /** There is an account of this address already. */
    public static final class EmailTaken extends AccountException {
        EmailTaken(int errno) {
            super(errno, "an account with this e-mail address exists already");
        }
    }

    /** There is no account of this address. */
    public static final class UnknownAccount extends AccountException {
        UnknownAccount(int errno) {
            super(errno, "there is no account with this e-mail address");
        }
    }

    /** The password is wrong. */
    public static final class IncorrectPassword extends AccountException {
        IncorrectPassword(int errno) {
            super(errno, "the password is wrong");
        }
    }

    /** The address, or this session, has to be confirmed first: a mail says how. */
    public static final class Unverified extends AccountException {
        Unverified(int errno) {
            super(errno, "the e-mail address or this sign-in has to be confirmed first");
        }
    }

    /** The account knows its address in another spelling, and the password depends on the spelling. */
    public static final class IncorrectEmailCase extends AccountException {

        private final String storedEmail;

        IncorrectEmailCase(int errno, String storedEmail) {
            super(errno, "the account knows its e-mail address in another spelling");
            this.storedEmail = storedEmail;
        }

        /** The address as the account was created with it. */
        public String storedEmail() {
            return storedEmail;
        }
    }

    /** The session or another token isn't valid, or no longer: log in again. */
    public static final class InvalidToken extends AccountException {
        InvalidToken(int errno) {
            super(errno, "the session is no longer valid");
        }
    }

    /** Too many requests, or too many wrong passwords. */
    public static final class TooManyRequests extends AccountException {

        private final @Nullable Duration retryAfter;

        TooManyRequests(int errno, @Nullable Duration retryAfter) {
            super(
                    errno,
                    "too many requests"
                            + (retryAfter == null ? "" : "; try again in " + retryAfter.toSeconds() + " s"));
            this.retryAfter = retryAfter;
        }

        /** How long to wait, if the server says. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The server can't work now. */
    public static final class Unavailable extends AccountException {

        private final @Nullable Duration retryAfter;

        Unavailable(int errno, @Nullable Duration retryAfter) {
            super(errno, "the identity provider can't answer now");
            this.retryAfter = retryAfter;
        }

        /** How long to wait, if the server says. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Any other refusal; the message is the server's. */
    public static final class Refused extends AccountException {
        Refused(int errno, String message) {
            super(errno, message);
        }
    }
}
