package org.sagrada.client.vault;

import org.sagrada.client.http.ClientException;

/** What is on the server can't be used with this account's keys or by this client. Nothing was changed. */
public abstract sealed class VaultException extends ClientException {

    private VaultException(String message) {
        super(message);
    }

    /** The keys on the server are sealed with another kB: the account was reset, or it isn't the same account. */
    public static final class WrongKeys extends VaultException {
        WrongKeys() {
            super("the keys on the server were sealed with another account key; nothing was changed");
        }
    }

    /** The data on the server is of a storage format that this client doesn't write. */
    public static final class OtherFormat extends VaultException {
        OtherFormat(long version) {
            super("the data on the server is of storage format " + version + ", this is a client of format 5");
        }
    }
}
