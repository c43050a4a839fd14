package org.sagrada.client.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sagrada.client.Servers;
import org.sagrada.client.authenticator.AccountStore;
import org.sagrada.client.authenticator.StatusJson;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.http.Json;

/** Keeps a device's accounts in a file that is encrypted with a key in another, both readable by their owner alone (0600). */
public final class FileAccountStore implements AccountStore {

    private final SealedFile file;

    /** A store in these two files, which need not exist yet. */
    public FileAccountStore(Path file, Path keyFile, SecureRandom random) {
        this.file = new SealedFile(file, keyFile, random);
    }

    /**
     * The store at the usual place: {@code sagrada/accounts} below {@code XDG_CONFIG_HOME} or {@code ~/.config}, the key in
     * {@code sagrada/accounts.key} below {@code XDG_STATE_HOME} or {@code ~/.local/state}.
     *
     * @param environment variables by name
     */
    public static FileAccountStore inHome(Map<String, String> environment, Path home, SecureRandom random) {
        return new FileAccountStore(
                XdgDirectories.config(environment, home).resolve("accounts"),
                XdgDirectories.state(environment, home).resolve("accounts.key"),
                random);
    }

    @Override
    public List<Kept> load() {
        Optional<String> text = file.read();
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            List<Kept> accounts = new ArrayList<>();
            for (Json json : Json.parse(text.get()).objects("accounts")) {
                accounts.add(new Kept(
                        json.text("name"),
                        Servers.at(json.text("pidp"), json.text("token")),
                        StatusJson.read(json.object("status"))));
            }
            return accounts;
        } catch (IllegalArgumentException | ClientException broken) {
            throw file.unreadable(broken);
        }
    }

    @Override
    public void save(List<Kept> accounts) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Kept account : accounts) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", account.name());
            json.put("pidp", account.servers().pidp().toString());
            json.put("token", account.servers().token().toString());
            json.put("status", StatusJson.write(account.status()));
            list.add(json);
        }
        file.write(Json.format(Map.of("accounts", list)));
    }
}
