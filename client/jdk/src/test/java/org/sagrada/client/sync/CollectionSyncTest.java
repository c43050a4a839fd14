package org.sagrada.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.fake.FakeSystem;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.sync.ConflictPolicy.Conflict;
import org.sagrada.client.vault.Vault;

class CollectionSyncTest {

    private final FakeSystem system = FakeSystem.start();
    private final Account account = SagradaClient.at(system.url()).signUp("me@example.org", "correct horse");
    private final Vault vault = Vault.openOrCreate(account.storage(), account.vaultKeys(), new SecureRandom());
    private final MemoryStore phone = new MemoryStore();
    private final MemoryStore desk = new MemoryStore();

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void bringsEditsAndDeletionsToTheOtherDevice() {
        phone.edit("{one}", Map.of("title", "one", "count", 1), Instant.now());
        phone.edit("two", Map.of("title", "two"), Instant.now());

        assertThat(sync(phone)).isEqualTo(new SyncReport(0, 2, 0, List.of(), List.of(), true));
        assertThat(sync(desk)).isEqualTo(new SyncReport(2, 0, 0, List.of(), List.of(), true));
        assertThat(desk.content("{one}")).isEqualTo(Map.of("title", "one", "count", 1L));

        desk.edit("two", null, Instant.now());
        sync(desk);
        assertThat(sync(phone).taken()).isEqualTo(1);
        assertThat(phone.content("two")).isNull();
        assertThat(sync(phone)).isEqualTo(new SyncReport(0, 0, 0, List.of(), List.of(), true));
    }

    @Test
    void mergesFieldsThatDifferentDevicesChanged() {
        phone.edit("one", Map.of("title", "old", "text", "old"), Instant.now());
        sync(phone);
        sync(desk);
        phone.edit("one", Map.of("title", "new", "text", "old"), Instant.now());
        desk.edit("one", Map.of("title", "old", "text", "new"), Instant.now());
        sync(phone);

        assertThat(sync(desk).conflicts()).isEqualTo(1);

        sync(phone);
        assertThat(phone.content("one")).isEqualTo(Map.of("title", "new", "text", "new"));
        assertThat(desk.content("one")).isEqualTo(phone.content("one"));
    }

    @Test
    void leavesAloneWhatItCanNotOpen() {
        account.storage().collection("notes").put(BsoWrite.of("one", "not sealed with our keys"));
        phone.edit("one", Map.of("title", "mine"), Instant.now());
        phone.edit("two", Map.of("title", "two"), Instant.now());

        assertThat(sync(phone)).isEqualTo(new SyncReport(0, 1, 0, List.of(), List.of("one"), true));
        assertThat(sync(phone)).isEqualTo(new SyncReport(0, 0, 0, List.of(), List.of("one"), true));

        assertThat(account.storage()
                        .collection("notes")
                        .get("one")
                        .orElseThrow()
                        .payload())
                .isEqualTo("not sealed with our keys");
        assertThat(phone.content("one")).isEqualTo(Map.of("title", "mine"));
    }

    @Test
    void letsTheNewerWinAndTheServerIfBothAreAsOld() {
        Map<String, Object> local = Map.of("v", "local");
        Map<String, Object> remote = Map.of("v", "remote");
        ConflictPolicy newest = ConflictPolicy.newest();

        assertThat(newest.resolve(new Conflict("id", null, local, seconds(1), remote, seconds(2))))
                .isEqualTo(local);
        assertThat(newest.resolve(new Conflict("id", null, local, seconds(2), remote, seconds(1))))
                .isEqualTo(remote);
        assertThat(newest.resolve(new Conflict("id", null, local, seconds(1), remote, seconds(1))))
                .isEqualTo(remote);
        assertThat(newest.resolve(new Conflict("id", local, null, seconds(1), remote, seconds(2))))
                .isNull();
    }

    @Test
    void letsAnEditWinThatIsNewerThanADeletionHoweverLongTheDownloadTakes() {
        Instant began = Instant.parse("2026-01-01T12:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(began);
        RemoteCollection slow = new RemoteCollection() {
            @Override
            public Download newerThan(long version) {
                now.set(began.plusSeconds(10));
                return new Download(2, List.of(new Incoming("one", null, seconds(5))), List.of());
            }

            @Override
            public UploadOutcome upload(List<Change> changes, long version) {
                return new UploadOutcome.Uploaded(3, Set.of("one"));
            }
        };
        phone.save(List.of(LocalRecord.unknown("one").taken(Map.of("title", "one"))), 1);
        phone.edit("one", Map.of("title", "edited"), began.minusSeconds(1));

        new CollectionSync(phone, slow, ConflictPolicy.mergeFields(), now::get).sync();

        assertThat(phone.content("one")).isEqualTo(Map.of("title", "edited"));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private SyncReport sync(MemoryStore device) {
        VaultRemote remote = new VaultRemote(vault.collection("notes"), Clock.systemUTC());
        return new CollectionSync(device, remote, ConflictPolicy.mergeFields(), Clock.systemUTC()).sync();
    }
}
