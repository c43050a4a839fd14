package org.sagrada.client.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.client.Credentials;
import org.sagrada.client.Servers;
import org.sagrada.model.onepw.Key32;

class FileCredentialStoreTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path home = Path.of("");

    @Test
    void givesBackWhatItKept() {
        SavedAccount one = account("1");
        SavedAccount two = account("2");
        CredentialStore store = store();

        assertThat(store.load()).isEmpty();
        store.put(one);
        store.put(two);
        store.put(one);

        assertThat(store().load()).containsExactly(one, two);
        store.remove(one);
        assertThat(store().load()).containsExactly(two);
    }

    @Test
    void saysThatTheFileIsBroken() throws IOException {
        store().put(account("1"));
        Path file = home.resolve(".config/sagrada/credentials");
        Files.writeString(file, Files.readString(file, US_ASCII).replaceFirst("\\.[^.]*$", ".AAAA"), US_ASCII);

        assertThatThrownBy(() -> store().load())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("log in again");
    }

    @Test
    void isNothingWithoutItsKey() throws IOException {
        store().put(account("1"));
        Files.delete(home.resolve(".local/state/sagrada/credentials.key"));

        assertThat(store().load()).isEmpty();
        SavedAccount other = account("2");
        store().put(other);
        assertThat(store().load()).containsExactly(other);
    }

    private FileCredentialStore store() {
        return FileCredentialStore.inHome(Map.of(), home, RANDOM);
    }

    private static SavedAccount account(String uid) {
        return new SavedAccount(
                Servers.at("https://id.example.org", "https://token.example.org"),
                new Credentials("me@example.org", uid, Key32.random(RANDOM), Key32.random(RANDOM)));
    }
}
