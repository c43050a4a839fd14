package org.sagrada.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagrada.client.Account;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.crypto.CollectionKeys;
import org.sagrada.client.crypto.KeyBundle;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.StorageException;
import org.sagrada.client.storage.UploadLimits;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.vault.StorageFormat;
import org.sagrada.client.vault.Tier;
import org.sagrada.client.vault.Vault;
import org.sagrada.client.vault.VaultException;
import org.sagrada.client.vault.VaultKeys;
import org.sagrada.model.onepw.Key32;

/** Both protocols and both storage formats through the same API, against the real storage. */
class StorageFormatsIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PASSWORD = "correct horse battery staple";
    private static int count;

    @TempDir
    private static Path data;

    private static RunningSystem system;

    @BeforeAll
    static void start() {
        system = RunningSystem.start(data);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private final Account account = signUp();

    private static Account signUp() {
        return system.client().signUp("formats" + count++ + "@example.org", PASSWORD);
    }

    @ParameterizedTest
    @EnumSource(StorageProtocol.class)
    void readsWhatItWrites(StorageProtocol protocol) {
        var notes = account.storage(protocol).collection("notes");
        assertThat(notes.read(BsoQuery.all()).records()).isEmpty();
        assertThat(notes.get("one")).isEmpty();

        var first = notes.put(BsoWrite.of("one", "1").withSortindex(7).withTtl(1000));
        var second = notes.ifUnmodifiedSince(first).put(BsoWrite.of("two", "2"));

        // A collection's version is that of its last change; a record's of its own.
        assertThatThrownBy(() -> notes.ifUnmodifiedSince(first).upload(List.of(BsoWrite.of("three", "3"))))
                .isInstanceOf(StorageException.Modified.class);
        assertThat(notes.get("one").map(Bso::sortindex)).contains(7);
        assertThat(notes.read(BsoQuery.newerThan(first)).records())
                .extracting(Bso::id)
                .containsExactly("two");
        assertThat(notes.read(BsoQuery.all().older(second)).records())
                .extracting(Bso::id)
                .containsExactly("one");
        assertThat(notes.ids(BsoQuery.all().sort(BsoQuery.Sort.OLDEST))).containsExactly("one", "two");
        assertThat(account.storage(protocol).collections().of("notes")).isEqualTo(second);
        assertThat(account.storage(protocol).collectionCounts()).containsEntry("notes", 2L);
        assertThat(account.storage(protocol).collectionUsage().get("notes")).isBetween(1L, 200L);
        assertThat(account.storage(protocol).quota().usage()).isNotNegative();

        assertThat(notes.delete("one")).isTrue();
        assertThat(notes.delete("one")).isFalse();
        assertThat(notes.ifUnmodifiedSince(notes.read(BsoQuery.all()).version()).delete(List.of("two")))
                .isTrue();
        assertThat(notes.read(BsoQuery.all()).records()).isEmpty();
        assertThat(notes.deleteAll()).isTrue();
        assertThat(account.storage(protocol).collections().versions()).isEmpty();
    }

    @Test
    void showsTheSameVersionsUnderBothProtocols() {
        var version = account.storage().collection("notes").put(BsoWrite.of("one", "1"));

        var old = account.storage(StorageProtocol.V15).collection("notes");
        assertThat(old.get("one").map(Bso::version)).contains(version);
        assertThat(old.read(BsoQuery.all()).version()).isEqualTo(version);
        assertThat(old.storedId("{a=b}")).isEqualTo("{a=b}");
        assertThat(old.put(BsoWrite.of("{a=b}", "2"))).isGreaterThan(version);
    }

    @Test
    void makesManyRequestsOneChangeUnderV15() {
        var notes = account.storage(StorageProtocol.V15)
                .collection("notes")
                .withLimits(new UploadLimits(100, 1 << 20, 1000, 500, 1 << 20));
        var writes = new ArrayList<BsoWrite>(IntStream.range(0, 450)
                .mapToObj(i -> BsoWrite.of("id" + i, "x".repeat(i)))
                .toList());
        writes.add(BsoWrite.of("large", "x".repeat(1001)));

        var upload = notes.ifUnmodifiedSince(0).upload(writes);

        assertThat(upload.stored()).hasSize(450);
        assertThat(upload.refused()).containsOnlyKeys("large");
        var records = notes.read(BsoQuery.all());
        assertThat(records.version()).isEqualTo(upload.version());
        assertThat(records.records()).hasSize(450).extracting(Bso::version).containsOnly(upload.version());
    }

    @Test
    void takesSeveralBatchesWhereOneIsNotEnough() {
        var notes = account.storage(StorageProtocol.V15)
                .collection("notes")
                .withLimits(new UploadLimits(10, 1 << 20, 1000, 25, 1 << 20));
        var writes =
                IntStream.range(0, 60).mapToObj(i -> BsoWrite.of("id" + i, "x")).toList();

        var upload = notes.ifUnmodifiedSince(0).upload(writes);

        assertThat(upload.stored()).hasSize(60);
        assertThat(notes.read(BsoQuery.all()).records())
                .hasSize(60)
                .extracting(Bso::version)
                .satisfies(versions -> assertThat(versions.stream().distinct()).hasSize(3));
    }

    @Test
    void goesByTheLimitsThatTheNodeTells() {
        assertThat(account.storage(StorageProtocol.V15).limits().payload()).isGreaterThan(256 * 1024);
        assertThat(account.storage(StorageProtocol.V15).limits().totalRecords())
                .isGreaterThanOrEqualTo(
                        account.storage(StorageProtocol.V15).limits().records());
    }

    @ParameterizedTest
    @EnumSource(StorageProtocol.class)
    void sealsInFormat6(StorageProtocol protocol) throws Exception {
        var storage = account.storage(protocol);
        var vault = Vault.openOrCreate(storage, account.vaultKeys(), StorageFormat.FORMAT_6, RANDOM);
        vault.collection("notes").put("{one}", Map.of("title", "note"));
        vault.collection("other").put("two", Map.of("title", "other"));

        var again =
                Vault.open(storage, account.vaultKeys(), Tier.SECOND, RANDOM).orElseThrow();

        assertThat(again.format()).isEqualTo(StorageFormat.FORMAT_6);
        assertThat(again.collection("notes").get("{one}").orElseThrow().text("title"))
                .isEqualTo("note");
        var crypto = storage.collection("crypto").get("keys").orElseThrow().payload();
        assertThat(crypto).doesNotContain("notes").doesNotContain("other");
        var meta = storage.collection("meta").get("global").orElseThrow().payload();
        assertThat(meta).contains("\"repositories\"").doesNotContain("\"engines\"");
        // Moving a record to another collection doesn't open it: each has a key of its own.
        var stolen = storage.collection("other").get("two").orElseThrow();
        storage.collection("notes").put(BsoWrite.of("two", stolen.payload()));
        assertThatThrownBy(() -> again.collection("notes").get("two")).isInstanceOf(BadRecordException.class);
    }

    @Test
    void aClientOfTheSecondTierWaitsForAKey() {
        var first = vault(StorageFormat.FORMAT_6);
        first.collection("notes").put("one", Map.of("a", 1));
        var second = Vault.open(account.storage(), account.vaultKeys(), Tier.SECOND, RANDOM)
                .orElseThrow();
        var before = account.storage().collections().of("crypto");

        second.collection("notes").put("two", Map.of("a", 2));
        assertThatThrownBy(() -> second.collection("tabs").put("one", Map.of("a", 1)))
                .isInstanceOf(VaultException.NoKeyYet.class);
        assertThat(account.storage().collections().of("crypto")).isEqualTo(before);

        first.collection("tabs").put("first", Map.of("a", 1));
        second.collection("tabs").put("one", Map.of("a", 1));
        assertThat(account.storage().collectionCounts()).containsEntry("tabs", 2L);
    }

    @Test
    void twoDevicesThatMakeKeysAtOnceAgreeOnOne() throws Exception {
        var one = vault(StorageFormat.FORMAT_6);
        var two = vault(StorageFormat.FORMAT_6);

        // Each knows only the key record from before the other's.
        one.collection("notes").put("one", Map.of("a", 1));
        two.collection("notes").put("two", Map.of("a", 2));

        assertThat(one.collection("notes").get("two").orElseThrow().number("a")).isEqualTo(2);
        assertThat(vault(StorageFormat.FORMAT_6).collection("notes").get("one")).isPresent();
    }

    @Test
    void aDeviceWithTheFormerKeysOverwritesNothing() {
        var device = vault(StorageFormat.FORMAT_6);
        device.collection("notes").put("one", Map.of("a", 1));
        var payload =
                account.storage().collection("notes").get("one").orElseThrow().payload();
        // Another device gives all collections new keys.
        var rotated = new CollectionKeys(KeyBundle.random(RANDOM), Map.of()).with("notes", RANDOM);
        account.storage()
                .collection("crypto")
                .put(BsoWrite.of("keys", rotated.seal(account.vaultKeys().format6(), RANDOM)));

        assertThatThrownBy(() -> device.collection("notes").put("one", Map.of("a", 2)))
                .isInstanceOf(VaultException.KeysChanged.class);
        assertThat(account.storage()
                        .collection("notes")
                        .get("one")
                        .orElseThrow()
                        .payload())
                .isEqualTo(payload);
    }

    @ParameterizedTest
    @EnumSource(StorageFormat.class)
    void wrongKeysOverwriteNothing(StorageFormat format) {
        vault(format).collection("notes").put("one", Map.of("a", 1));
        var before = account.storage().collections();
        var others = VaultKeys.of(Key32.random(RANDOM));

        assertThatThrownBy(() -> Vault.openOrCreate(account.storage(), others, format, RANDOM))
                .isInstanceOf(VaultException.WrongKeys.class);
        assertThat(account.storage().collections()).isEqualTo(before);
    }

    @Test
    void lostKeysAreNotReplacedBehindTheUsersBack() {
        vault(StorageFormat.FORMAT_5).collection("notes").put("one", Map.of("a", 1));
        account.storage().collection("crypto").deleteAll();

        assertThatThrownBy(() -> vault(StorageFormat.FORMAT_5)).isInstanceOf(VaultException.KeysLost.class);
        assertThat(account.storage().collections().versions()).doesNotContainKey("crypto");

        var fresh = Vault.startAfresh(account.storage(), account.vaultKeys(), StorageFormat.FORMAT_6, RANDOM);
        assertThat(fresh.collections()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StorageFormat.class)
    void keepsAllRecordsWhenKBChanges(StorageFormat format) throws Exception {
        var vault = vault(format);
        vault.collection("notes").put("one", Map.of("title", "kept"));
        var newKeys = VaultKeys.of(Key32.random(RANDOM));

        vault.sealFor(newKeys);

        var opened = Vault.open(account.storage(), newKeys, RANDOM).orElseThrow();
        assertThat(opened.collection("notes").get("one").orElseThrow().text("title"))
                .isEqualTo("kept");
        assertThatThrownBy(() -> vault(format)).isInstanceOf(VaultException.WrongKeys.class);
    }

    @Test
    void opensWithAKeyThatIsTypedInWhereNobodyKeepsKB() throws Exception {
        var keys = VaultKeys.typedIn("JohnDoe", "y-4nkps-6yxav-i75xn-uv9ds-r472i");
        Vault.openOrCreate(account.storage(), keys, StorageFormat.FORMAT_6, RANDOM)
                .collection("notes")
                .put("one", Map.of("title", "old friend"));

        var again = VaultKeys.typedIn("johndoe", "Y4NKPS6YXAVI75XNUVODSR472I");
        var opened = Vault.open(account.storage(), again, RANDOM).orElseThrow();

        assertThat(opened.collection("notes").get("one").orElseThrow().text("title"))
                .isEqualTo("old friend");
        assertThatThrownBy(() ->
                        Vault.open(account.storage(), VaultKeys.typedIn("jane", "y4nkps6yxavi75xnuvodsr472i"), RANDOM))
                .isInstanceOf(VaultException.WrongKeys.class);
    }

    private Vault vault(StorageFormat format) {
        return Vault.openOrCreate(account.storage(), account.vaultKeys(), format, RANDOM);
    }
}
