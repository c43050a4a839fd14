package org.sagrada.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.http.HttpTransport;
import org.sagrada.client.store.JsonFileStore;
import org.sagrada.client.sync.CollectionSync;
import org.sagrada.client.sync.ConflictPolicy;
import org.sagrada.client.sync.LocalStore;
import org.sagrada.client.sync.SyncReport;
import org.sagrada.client.sync.VaultRemote;
import org.sagrada.client.vault.Vault;

/** A device with a folder of its own: what is in there survives its death, everything else is gone. */
final class Device {

    private final Path folder;
    private final Supplier<HttpTransport> network;
    private final Function<HttpTransport, SagradaClient> clients;
    private final Function<Account, Vault> vaults;
    private final Map<String, LocalStore> stores = new HashMap<>();
    private MortalTransport transport;
    private SagradaClient client;
    private @Nullable Account account;

    /**
     * A device that nobody has signed in with yet.
     *
     * @param vaults opens the account's records in the format and protocol that is tried
     */
    Device(
            Path folder,
            Supplier<HttpTransport> network,
            Function<HttpTransport, SagradaClient> clients,
            Function<Account, Vault> vaults) {
        this.folder = folder;
        this.network = network;
        this.clients = clients;
        this.vaults = vaults;
        this.transport = new MortalTransport(network.get());
        this.client = clients.apply(transport);
    }

    void signUp(String email, String password) {
        account = client.signUp(email, password);
    }

    void logIn(String email, String password) {
        account = client.logIn(email, password);
    }

    void changePassword(String email, String old, String changed) {
        account = client.changePassword(email, old, changed);
    }

    Account account() {
        Account current = account;
        if (current == null) {
            throw new IllegalStateException("the device isn't logged in");
        }
        return current;
    }

    LocalStore store(String collection) {
        return stores.computeIfAbsent(collection, name -> new JsonFileStore(folder.resolve(name + ".json")));
    }

    SyncReport sync(String collection) {
        Vault vault = vaults.apply(account());
        return new CollectionSync(
                        store(collection),
                        new VaultRemote(vault.collection(collection), Clock.systemUTC()),
                        ConflictPolicy.mergeFields(),
                        Clock.systemUTC())
                .sync();
    }

    /** Begins a sync; false if it came to its end before so many requests were answered. */
    boolean diesAfter(int requests, String collection) {
        transport.dieAfter(requests);
        return dies(collection);
    }

    /** Begins a sync; false if it had nothing to upload. */
    boolean diesUploading(String collection) {
        transport.dieUploadingTo(collection);
        return dies(collection);
    }

    private boolean dies(String collection) {
        try {
            sync(collection);
            return false;
        } catch (MortalTransport.Death death) {
            return true;
        } finally {
            restart();
        }
    }

    private void restart() {
        Account before = account();
        transport = new MortalTransport(network.get());
        client = clients.apply(transport);
        account = client.resume(before.credentials());
        stores.clear();
    }

    void wipe() {
        stores.clear();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
