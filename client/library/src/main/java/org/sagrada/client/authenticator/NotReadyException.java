package org.sagrada.client.authenticator;

import org.sagrada.client.http.ClientException;

/** The account can't be used before its user does something. */
public final class NotReadyException extends ClientException {

    private final transient AccountStatus status;

    NotReadyException(AccountStatus status) {
        super(message(status));
        this.status = status;
    }

    /** How it is, and so what to ask its user for. */
    public AccountStatus status() {
        return status;
    }

    private static String message(AccountStatus status) {
        if (status instanceof AccountStatus.Unverified) {
            return "the e-mail address or this sign-in has to be confirmed first";
        }
        if (status instanceof AccountStatus.ResetElsewhere) {
            return "the account was reset on another device and has other keys";
        }
        return "sign in with the password first";
    }
}
