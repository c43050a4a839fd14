package org.sagrada.client.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.fake.FakeSystem;
import org.sagrada.client.http.BackingOffException;

class StorageClientTest {

    private static final FakeSystem SYSTEM = FakeSystem.start();
    private static final Account ACCOUNT = SagradaClient.at(SYSTEM.url()).signUp("me@example.org", "correct horse");

    private final StorageClient storage = ACCOUNT.storage();
    private final RecordCollection notes = storage.collection("notes");

    @BeforeAll
    static void knowNothing() {
        assertThat(ACCOUNT.storage().collections().versions()).isEmpty();
    }

    @BeforeEach
    void empty() {
        storage.deleteEverything();
    }

    @AfterAll
    static void stop() {
        SYSTEM.close();
    }

    @Test
    void readsWhatItWrote() {
        BsoWrite bso = BsoWrite.of("one", "päy\n\"load\" \u2028 \uD83D\uDD11").withSortindex(7);
        long version = notes.put(bso);

        assertThat(notes.get("one")).contains(new Bso("one", version, version * 10, bso.payload() + "", 7));
        assertThat(storage.collections()).isEqualTo(new CollectionVersions(version, Map.of("notes", version)));
        assertThat(storage.collections().of("others")).isZero();
    }

    @Test
    void findsNothingInACollectionThatDoesNotExist() {
        assertThat(notes.read(BsoQuery.all())).isEqualTo(new Records(0, List.of()));
        assertThat(notes.ids(BsoQuery.all())).isEmpty();
        assertThat(notes.get("one")).isEmpty();
        assertThat(notes.delete("one")).isFalse();
        assertThat(notes.delete(List.of("one"))).isFalse();
        assertThat(notes.deleteAll()).isFalse();
    }

    @Test
    void batchesUploadsAndPagesReads() {
        List<BsoWrite> many = numbered(333);

        Upload upload = notes.upload(many);

        assertThat(upload.refused()).isEmpty();
        assertThat(upload.stored()).hasSize(333).doesNotHaveDuplicates();
        Records read = notes.read(BsoQuery.all());
        assertThat(read.version()).isEqualTo(upload.version());
        assertThat(read.records())
                .extracting(Bso::id)
                .containsExactlyElementsOf(upload.stored().stream().sorted().toList());
        assertThat(notes.ids(BsoQuery.all().limit(100))).hasSize(100);
        assertThat(notes.read(BsoQuery.ofIds(List.of("id001", "id002", "none"))).records())
                .extracting(Bso::payload)
                .containsExactly("payload 1", "payload 2");
    }

    @Test
    void readsOnlyWhatIsNewer() {
        long before = notes.upload(numbered(5)).version();
        notes.upload(List.of(BsoWrite.of("id003", "changed")));

        assertThat(notes.read(BsoQuery.newerThan(before)).records())
                .extracting(Bso::payload)
                .containsExactly("changed");
    }

    @Test
    void tellsWhichRecordsWereRefused() {
        String longId = "x".repeat(65);

        Upload upload = notes.upload(List.of(BsoWrite.of("one", "payload"), BsoWrite.of(longId, "payload")));

        assertThat(upload.stored()).containsExactly("one");
        assertThat(upload.refused()).isEqualTo(Map.of(longId, List.of("invalid id")));
    }

    @Test
    void changesNothingThatSomebodyElseChanged() {
        long version = notes.put(BsoWrite.of("one", "mine"));
        notes.put(BsoWrite.of("one", "theirs"));
        RecordCollection guarded = notes.ifUnmodifiedSince(version);

        assertThatThrownBy(() -> guarded.put(BsoWrite.of("one", "mine again")))
                .isInstanceOf(StorageException.Modified.class);
        assertThatThrownBy(() -> guarded.upload(numbered(3))).isInstanceOf(StorageException.Modified.class);
        assertThatThrownBy(() -> guarded.delete("one")).isInstanceOf(StorageException.Modified.class);
        assertThatThrownBy(() -> guarded.read(BsoQuery.all())).isInstanceOf(StorageException.Modified.class);
        assertThat(notes.get("one")).get().extracting(Bso::payload).isEqualTo("theirs");
    }

    @Test
    void guardsEveryRequestOfALongUpload() {
        long version = notes.put(BsoWrite.of("one", "mine"));

        assertThat(notes.ifUnmodifiedSince(version).upload(numbered(250)).stored())
                .hasSize(250);
    }

    @Test
    void deletesInPartsAndAsAWhole() {
        notes.upload(numbered(250));

        assertThat(notes.delete(notes.ids(BsoQuery.all()).subList(0, 240))).isTrue();
        assertThat(notes.ids(BsoQuery.all())).hasSize(10);
        assertThat(notes.deleteAll()).isTrue();
        assertThat(storage.collections().versions()).isEmpty();
    }

    @Test
    void makesRequestsSmallerUntilTheyFit() {
        SYSTEM.storageAnswersNext(413, "", Map.of());
        assertThat(notes.upload(numbered(10)).stored()).hasSize(10);

        SYSTEM.storageAnswersNext(413, "", Map.of());
        assertThat(notes.upload(numbered(1)).refused()).containsKey("id000");
    }

    @Test
    void startsAgainWhenSomebodyWritesWhileItReads() {
        notes.upload(numbered(3));
        SYSTEM.storageAnswersNext(412, "", Map.of());

        assertThat(notes.read(BsoQuery.all()).records()).hasSize(3);
    }

    @Test
    void hasAnExceptionForEachRefusal() {
        assertRefused(409, "", Map.of("Retry-After", "3"), StorageException.Conflict.class);
        assertRefused(403, "{\"status\":\"quota-exceeded\"}", Map.of(), StorageException.OverQuota.class);
        assertRefused(403, "{\"status\":\"upgrade-required\"}", Map.of(), StorageException.UpgradeRequired.class);
        assertRefused(503, "\"maintenance\"", Map.of("Retry-After", "60"), StorageException.Unavailable.class);
        assertRefused(400, "{\"status\":\"error\",\"errors\":[]}", Map.of(), StorageException.Refused.class);
        assertRefused(500, "<html>", Map.of(), StorageException.Refused.class);
    }

    @Test
    void tellsHowLongToWait() {
        StorageClient storage = another();
        SYSTEM.storageAnswersNext(503, "", Map.of("Retry-After", "60"));

        assertThatThrownBy(storage::collections)
                .isInstanceOfSatisfying(
                        StorageException.Unavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
        assertThatThrownBy(storage::collections).isInstanceOf(BackingOffException.class);
    }

    private void assertRefused(int status, String body, Map<String, String> headers, Class<?> exception) {
        RecordCollection notes = another().collection("notes");
        SYSTEM.storageAnswersNext(status, body, headers);

        assertThatThrownBy(() -> notes.put(BsoWrite.of("one", "payload"))).isInstanceOf(exception);
    }

    /** A client that the server hasn't asked for anything yet. */
    private static StorageClient another() {
        return SagradaClient.at(SYSTEM.url()).resume(ACCOUNT.credentials()).storage();
    }

    private static List<BsoWrite> numbered(int count) {
        List<BsoWrite> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(BsoWrite.of(String.format("id%03d", i), "payload " + i));
        }
        return records;
    }
}
