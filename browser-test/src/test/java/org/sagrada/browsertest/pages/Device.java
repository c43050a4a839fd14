package org.sagrada.browsertest.pages;

import java.security.SecureRandom;
import java.util.Map;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.vault.StorageFormat;
import org.sagrada.client.vault.Vault;

/** A device that keeps bookmarks on the server, sealed as Firefox seals them. */
final class Device implements AutoCloseable {

    private final Account account;
    private final Vault vault;

    private Device(Account account) {
        this.account = account;
        this.vault = Vault.openOrCreate(
                account.storage(StorageProtocol.V15), account.vaultKeys(), StorageFormat.FORMAT_5, new SecureRandom());
    }

    static Device of(Person person, Site site) {
        return new Device(SagradaClient.at(site.at("")).logIn(person.email(), person.password()));
    }

    void keepBookmark(String id, String title) {
        vault.collection("bookmarks").put(id, Map.of("id", id, "type", "bookmark", "title", title));
    }

    /** Whether the server has anything at all from this account's devices. */
    boolean findsNothing() {
        return account.storage(StorageProtocol.V15).collectionCounts().isEmpty();
    }

    @Override
    public void close() {
        account.logOut();
    }
}
