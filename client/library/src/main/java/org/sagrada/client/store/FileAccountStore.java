package org.sagrada.client.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.client.Servers;
import org.sagrada.client.authenticator.AccountStore;
import org.sagrada.client.authenticator.StatusJson;

/** Keeps a device's accounts in a file that is encrypted with a key in another, both readable by their owner alone (0600). */
public final class FileAccountStore implements AccountStore {

    private final SealedFile file;

    private FileAccountStore(SealedFile file) {
        this.file = file;
    }

    /** A store in these two files, which need not exist yet. */
    public FileAccountStore(Path file, Path keyFile, SecureRandom random) {
        this(new SealedFile(file, keyFile, random));
    }

    /**
     * The store at the usual place: {@code sagrada/accounts} below {@code XDG_CONFIG_HOME} or {@code ~/.config}, the key in
     * {@code sagrada/accounts.key} below {@code XDG_STATE_HOME} or {@code ~/.local/state}.
     *
     * @param environment variables by name
     */
    public static FileAccountStore inHome(Map<String, String> environment, Path home, SecureRandom random) {
        return new FileAccountStore(SealedFile.inHome("accounts", environment, home, random));
    }

    @Override
    public List<Kept> load() {
        return file.read(json -> new Kept(
                json.text("name"),
                Servers.at(json.text("pidp"), json.text("token")),
                StatusJson.read(json.object("status"))));
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
        file.write(list);
    }
}
