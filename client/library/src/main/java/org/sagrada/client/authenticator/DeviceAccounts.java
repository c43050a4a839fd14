package org.sagrada.client.authenticator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.authenticator.AccountStore.Kept;

/**
 * All accounts of a device, of any number of systems, side by side: what an application's authenticator is made of.
 *
 * <pre>{@code
 * DeviceAccounts accounts = new DeviceAccounts(FileAccountStore.inHome(System.getenv(), home, random), SagradaClient::at);
 * DeviceAccount work = accounts.add("work", Servers.at("https://sync.example.org"), "me@example.org");
 * AccountStatus status = work.signIn(password);
 * Records notes = work.use(account -> account.storage().collection("notes").read(BsoQuery.all()));
 * }</pre>
 */
public final class DeviceAccounts {

    private final AccountStore store;
    private final Function<Servers, SagradaClient> clients;
    private final Map<String, DeviceAccount> accounts = new LinkedHashMap<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /** The accounts that a store keeps. */
    public DeviceAccounts(AccountStore store, Function<Servers, SagradaClient> clients) {
        this.store = store;
        this.clients = clients;
        store.load().forEach(this::take);
    }

    /** All of them, in the order they were added. */
    public synchronized List<DeviceAccount> list() {
        return new ArrayList<>(accounts.values());
    }

    /** The account of a name. */
    public synchronized Optional<DeviceAccount> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    /**
     * Adds an account, signed out.
     *
     * @param name of the device's choosing
     * @throws IllegalArgumentException if there is one of this name
     */
    public synchronized DeviceAccount add(String name, Servers servers, String email) {
        if (accounts.containsKey(name)) {
            throw new IllegalArgumentException("there is an account named '" + name + "' already");
        }
        DeviceAccount account = take(new Kept(name, servers, new AccountStatus.SignedOut(email)));
        save();
        return account;
    }

    /** Forgets an account; sign out first, so that its session ends. */
    public synchronized void remove(DeviceAccount account) {
        accounts.remove(account.name());
        kept.remove(account.name());
        save();
    }

    private DeviceAccount take(Kept account) {
        kept.put(account.name(), account);
        DeviceAccount taken = new DeviceAccount(
                account.name(),
                clients.apply(account.servers()),
                account.status(),
                status -> keep(new Kept(account.name(), account.servers(), status)));
        accounts.put(account.name(), taken);
        return taken;
    }

    private synchronized void keep(Kept changed) {
        kept.replace(changed.name(), changed);
        save();
    }

    private void save() {
        store.save(List.copyOf(kept.values()));
    }
}
