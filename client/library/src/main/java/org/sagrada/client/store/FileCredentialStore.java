package org.sagrada.client.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.client.Credentials;
import org.sagrada.client.Servers;
import org.sagrada.client.http.Json;
import org.sagrada.model.onepw.Key32;

/**
 * Keeps accounts in a file that is encrypted (JWE, A256GCM) with a key in another, so that a copy of the one alone gives nothing
 * away. Both files are for their owner's eyes only.
 */
public final class FileCredentialStore implements CredentialStore {

    private final SealedFile file;

    private FileCredentialStore(SealedFile file) {
        this.file = file;
    }

    /** A store in these two files, which need not exist yet. */
    public FileCredentialStore(Path file, Path keyFile, SecureRandom random) {
        this(new SealedFile(file, keyFile, random));
    }

    /**
     * The store at the usual place: {@code sagrada/credentials} below {@code XDG_CONFIG_HOME} or {@code ~/.config}, the key in
     * {@code sagrada/credentials.key} below {@code XDG_STATE_HOME} or {@code ~/.local/state}.
     *
     * @param environment variables by name
     */
    public static FileCredentialStore inHome(Map<String, String> environment, Path home, SecureRandom random) {
        return new FileCredentialStore(SealedFile.inHome("credentials", environment, home, random));
    }

    @Override
    public List<SavedAccount> load() {
        return file.read(FileCredentialStore::read);
    }

    @Override
    public void save(List<SavedAccount> accounts) {
        file.write(accounts.stream().map(FileCredentialStore::toJson).toList());
    }

    private static Map<String, Object> toJson(SavedAccount account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pidp", account.servers().pidp().toString());
        json.put("token", account.servers().token().toString());
        json.put("email", account.credentials().email());
        json.put("uid", account.credentials().uid());
        json.put("sessionToken", account.credentials().sessionToken().toHex());
        json.put("kB", account.credentials().kB().toHex());
        return json;
    }

    private static SavedAccount read(Json json) {
        return new SavedAccount(
                Servers.at(json.text("pidp"), json.text("token")),
                new Credentials(
                        json.text("email"),
                        json.text("uid"),
                        Key32.fromHex(json.text("sessionToken")),
                        Key32.fromHex(json.text("kB"))));
    }
}
