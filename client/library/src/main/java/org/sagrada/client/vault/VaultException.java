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

    /** The data on the server is of a storage format that this client doesn't know. */
    public static final class OtherFormat extends VaultException {
        OtherFormat(long version) {
            super("the data on the server is of storage format " + version
                    + ", which this client doesn't know; nothing was changed");
        }
    }

    /** The record that says what format the data has can't be read. */
    public static final class Unintelligible extends VaultException {
        Unintelligible() {
            super("the record meta/global on the server can't be read; nothing was changed");
        }
    }

    /** There are records, but the keys to them are gone: new keys would lock them up. Starting afresh is the user's decision. */
    public static final class KeysLost extends VaultException {
        KeysLost() {
            super("there are records on the server, but not the keys to them; nothing was changed");
        }
    }

    /** Another device changed a collection's key. Forget what was synced of it, read everything again, merge and write again. */
    public static final class KeysChanged extends VaultException {
        KeysChanged(String collection) {
            super("another device changed the key of '" + collection + "'; nothing was written");
        }
    }

    /** The collection has no key yet, and a client of the second tier may not make one. Try again later. */
    public static final class NoKeyYet extends VaultException {
        NoKeyYet(String collection) {
            super("'" + collection + "' has no key yet; a client that may make one has to come first");
        }
    }
}
