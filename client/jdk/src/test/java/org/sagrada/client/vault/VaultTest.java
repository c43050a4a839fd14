package org.sagrada.client.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.fake.FakeSystem;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.vault.VaultCollection.Opened;
import org.sagrada.model.onepw.Key32;

class VaultTest {

    private static final FakeSystem SYSTEM = FakeSystem.start();
    private static final Account ACCOUNT = SagradaClient.at(SYSTEM.url()).signUp("me@example.org", "correct horse");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StorageClient storage = ACCOUNT.storage();

    @BeforeEach
    void empty() {
        storage.deleteEverything();
    }

    @AfterAll
    static void stop() {
        SYSTEM.close();
    }

    @Test
    void opensOnOneDeviceWhatAnotherSealed() throws BadRecordException {
        assertThat(Vault.open(storage, ACCOUNT.vaultKeys(), RANDOM)).isEmpty();
        vault().collection("notes").put("{one}", Map.of("title", "note"));

        Vault other = vault();

        assertThat(other.collection("notes").get("{one}").orElseThrow().text("title"))
                .isEqualTo("note");
        assertThat(other.collection("notes").get("two")).isEmpty();
        assertThat(other.collections()).containsExactly("notes");
        assertThat(Json.parse(storage.collection("meta")
                                .get("global")
                                .orElseThrow()
                                .payload())
                        .number("storageVersion"))
                .isEqualTo(5);
    }

    @Test
    void touchesNothingWithOtherKeys() {
        vault();
        long version = storage.collections().storeVersion();
        VaultKeys others = VaultKeys.of(Key32.random(RANDOM));

        assertThatThrownBy(() -> Vault.openOrCreate(storage, others, RANDOM))
                .isInstanceOf(VaultException.WrongKeys.class);
        assertThat(storage.collections().storeVersion()).isEqualTo(version);
    }

    @Test
    void touchesNothingOfANewerFormat() {
        long version = storage.collection("meta").put(BsoWrite.of("global", "{\"storageVersion\":7}"));

        assertThatThrownBy(this::vault).isInstanceOf(VaultException.OtherFormat.class);
        assertThat(storage.collections().storeVersion()).isEqualTo(version);
    }

    @Test
    void handsOverWhatItCanNotOpenAsItIs() {
        VaultCollection notes = vault().collection("notes");
        notes.put("one", Map.of("title", "note"));
        String sealed = storage.collection("notes").get("one").orElseThrow().payload();
        storage.collection("notes").put(BsoWrite.of("two", sealed));
        storage.collection("notes").put(BsoWrite.of("three", "no payload of ours"));
        List<Opened> read = new ArrayList<>();

        notes.readEach(BsoQuery.all(), read::add);

        assertThat(read).hasSize(3);
        assertThat(read)
                .filteredOn(opened -> opened.cleartext() != null)
                .singleElement()
                .satisfies(opened -> assertThat(opened.bso().id()).isEqualTo("one"));
        assertThatThrownBy(() -> notes.get("two")).isInstanceOf(BadRecordException.class);
    }

    @Test
    void leavesATombstone() throws BadRecordException {
        VaultCollection notes = vault().collection("notes");
        notes.put("one", Map.of("title", "note"));

        notes.delete("one");

        assertThat(notes.get("one").orElseThrow().flag("deleted")).isTrue();
    }

    private Vault vault() {
        return Vault.openOrCreate(storage, ACCOUNT.vaultKeys(), RANDOM);
    }
}
