package org.sagrada.client.store;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.client.Credentials;
import org.sagrada.client.Servers;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.http.Json;
import org.sagrada.model.onepw.Key32;

/**
 * Keeps accounts in a file that is encrypted (JWE, A256GCM) with a key in another, so that a copy of the one alone gives nothing
 * away. Both files are for their owner's eyes only.
 */
public final class FileCredentialStore implements CredentialStore {

    private final Path file;
    private final Path keyFile;
    private final SecureRandom random;

    /** A store in these two files, which need not exist yet. */
    public FileCredentialStore(Path file, Path keyFile, SecureRandom random) {
        this.file = file;
        this.keyFile = keyFile;
        this.random = random;
    }

    /**
     * The store at the usual place: {@code sagrada/credentials} below {@code XDG_CONFIG_HOME} or {@code ~/.config}, the key in
     * {@code sagrada/credentials.key} below {@code XDG_STATE_HOME} or {@code ~/.local/state}.
     *
     * @param environment variables by name
     */
    public static FileCredentialStore inHome(Map<String, String> environment, Path home, SecureRandom random) {
        return new FileCredentialStore(
                XdgDirectories.config(environment, home).resolve("credentials"),
                XdgDirectories.state(environment, home).resolve("credentials.key"),
                random);
    }

    @Override
    public List<SavedAccount> load() {
        try {
            JWEObject sealed = JWEObject.parse(PrivateFile.read(file));
            sealed.decrypt(
                    new DirectDecrypter(Key32.fromHex(PrivateFile.read(keyFile)).bytes()));
            List<SavedAccount> accounts = new ArrayList<>();
            for (Json json : Json.parse(sealed.getPayload().toString()).objects("accounts")) {
                accounts.add(read(json));
            }
            return accounts;
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        } catch (IOException | ParseException | JOSEException | IllegalArgumentException | ClientException broken) {
            throw new StoreException("the kept accounts in " + file + " can't be read; log in again", broken);
        }
    }

    @Override
    public void save(List<SavedAccount> accounts) {
        JWEObject sealed = new JWEObject(
                new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM),
                new Payload(Json.format(Map.of(
                        "accounts",
                        accounts.stream().map(FileCredentialStore::toJson).toList()))));
        try {
            sealed.encrypt(new DirectEncrypter(key().bytes()));
            PrivateFile.write(file, sealed.serialize());
        } catch (IOException | JOSEException broken) {
            throw new StoreException("can't keep accounts in " + file, broken);
        }
    }

    private Key32 key() throws IOException {
        try {
            return Key32.fromHex(PrivateFile.read(keyFile));
        } catch (NoSuchFileException none) {
            Key32 key = Key32.random(random);
            PrivateFile.write(keyFile, key.toHex());
            return key;
        }
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
