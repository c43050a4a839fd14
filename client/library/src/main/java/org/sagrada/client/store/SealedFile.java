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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.http.Json;
import org.sagrada.model.onepw.Key32;

/**
 * A file with accounts that is encrypted (JWE, A256GCM) with a key in another, so that a copy of the one alone gives nothing away.
 * Both are for their owner's eyes only.
 */
final class SealedFile {

    private static final String ACCOUNTS = "accounts";

    private final Path file;
    private final Path keyFile;
    private final SecureRandom random;

    SealedFile(Path file, Path keyFile, SecureRandom random) {
        this.file = file;
        this.keyFile = keyFile;
        this.random = random;
    }

    /**
     * The file at the usual place: {@code sagrada/NAME} below {@code XDG_CONFIG_HOME} or {@code ~/.config}, the key in
     * {@code sagrada/NAME.key} below {@code XDG_STATE_HOME} or {@code ~/.local/state}.
     */
    static SealedFile inHome(String name, Map<String, String> environment, Path home, SecureRandom random) {
        return new SealedFile(
                XdgDirectories.config(environment, home).resolve(name),
                XdgDirectories.state(environment, home).resolve(name + ".key"),
                random);
    }

    /** The accounts that {@link #write} was given; none if there is no file yet. */
    <T> List<T> read(Function<Json, T> account) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            List<T> accounts = new ArrayList<>();
            for (Json json : Json.parse(text.get()).objects(ACCOUNTS)) {
                accounts.add(account.apply(json));
            }
            return accounts;
        } catch (IllegalArgumentException | ClientException broken) {
            throw unreadable(broken);
        }
    }

    /** Keeps accounts instead of those it had. */
    void write(List<Map<String, Object>> accounts) {
        write(Json.format(Map.of(ACCOUNTS, accounts)));
    }

    private Optional<String> text() {
        try {
            JWEObject sealed = JWEObject.parse(PrivateFile.read(file));
            sealed.decrypt(
                    new DirectDecrypter(Key32.fromHex(PrivateFile.read(keyFile)).bytes()));
            return Optional.of(sealed.getPayload().toString());
        } catch (NoSuchFileException nothingYet) {
            return Optional.empty();
        } catch (IOException | ParseException | JOSEException | IllegalArgumentException broken) {
            throw unreadable(broken);
        }
    }

    private void write(String text) {
        JWEObject sealed = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(text));
        try {
            sealed.encrypt(new DirectEncrypter(key().bytes()));
            PrivateFile.write(file, sealed.serialize());
        } catch (IOException | JOSEException broken) {
            throw new StoreException("can't keep accounts in " + file, broken);
        }
    }

    private StoreException unreadable(Exception broken) {
        return new StoreException("the kept accounts in " + file + " can't be read; log in again", broken);
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
}
