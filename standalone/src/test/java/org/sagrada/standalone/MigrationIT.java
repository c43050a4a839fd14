package org.sagrada.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.client.Account;
import org.sagrada.client.migrate.Migration;
import org.sagrada.client.migrate.MigrationException;
import org.sagrada.client.migrate.MigrationProgress;
import org.sagrada.client.migrate.MigrationReport.Phase;
import org.sagrada.client.migrate.Side;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.vault.StorageFormat;
import org.sagrada.client.vault.Vault;

/** Data moves between accounts, protocols and formats of a real system, and nothing is lost on the way. */
class MigrationIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PASSWORD = "correct horse battery staple";
    private static final int NOTES = 1234;
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

    private final Account account = signUp("old");
    private final Account other = signUp("new");

    @TempDir
    private Path directory;

    private static Account signUp(String name) {
        return system.client().signUp(name + count++ + "@example.org", PASSWORD);
    }

    private static Side side(Account account, StorageProtocol protocol) {
        return new Side(account.storage(protocol), account.vaultKeys());
    }

    @Test
    void movesToAnotherServerAndProtocol() {
        var source = account.storage(StorageProtocol.V15);
        fill(source, StorageFormat.FORMAT_5);
        var before = payloads(source);
        var migration = toOther(StorageFormat.FORMAT_5, MigrationProgress.silent());

        var report = migration.copy();

        assertThat(report.phase()).isEqualTo(Phase.COPIED);
        assertThat(report.isLossless()).isTrue();
        assertThat(report.records()).containsEntry("notes", (long) NOTES);
        // Nobody uses the new place before the switch.
        assertThat(Vault.meta(other.storage())).isEmpty();

        assertThat(migration.switchOver().phase()).isEqualTo(Phase.SWITCHED);

        assertThat(contents(other, StorageProtocol.V20)).isEqualTo(contents(account, StorageProtocol.V15));
        assertThat(Vault.meta(other.storage()).map(meta -> meta.syncId()))
                .isEqualTo(Vault.meta(source).map(meta -> meta.syncId()));
        assertThat(payloads(source)).isEqualTo(before);

        migration.deleteSource();
        assertThat(source.collections().versions()).isEmpty();
        migration.forgetCopy();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void movesFromAServerThatTakesNoAssertions() {
        fill(account.storage(StorageProtocol.V15), StorageFormat.FORMAT_5, 10);
        var old = system.client(new WithoutAssertions()).resume(account.credentials());
        var migration = Migration.between(
                directory,
                side(old, StorageProtocol.V15),
                side(other, StorageProtocol.V20),
                StorageFormat.FORMAT_5,
                RANDOM,
                MigrationProgress.silent());

        migration.copy();
        migration.switchOver();

        assertThat(contents(other, StorageProtocol.V20)).isEqualTo(contents(old, StorageProtocol.V15));
    }

    @Test
    void movesToAnotherServerAndFormat() {
        fill(account.storage(StorageProtocol.V15), StorageFormat.FORMAT_5);
        var migration = toOther(StorageFormat.FORMAT_6, MigrationProgress.silent());

        migration.copy();
        migration.switchOver();

        assertThat(contents(other, StorageProtocol.V20)).isEqualTo(contents(account, StorageProtocol.V15));
        assertThat(vault(other.storage(), other).format()).isEqualTo(StorageFormat.FORMAT_6);
    }

    @Test
    void changesTheFormatWithinAStore() {
        fill(account.storage(), StorageFormat.FORMAT_5);
        var before = contents(account, StorageProtocol.V20);
        var payloads = payloads(account.storage());
        var migration = inPlace(StorageFormat.FORMAT_6, MigrationProgress.silent());

        migration.copy();
        assertThat(payloads(account.storage())).isEqualTo(payloads);
        migration.switchOver();

        assertThat(vault(account.storage(), account).format()).isEqualTo(StorageFormat.FORMAT_6);
        assertThat(contents(account, StorageProtocol.V20)).isEqualTo(before);
        assertThatThrownBy(migration::deleteSource).isInstanceOf(MigrationException.TooEarly.class);
    }

    /** Killed again and again, at every step there is, each time by a new process with nothing but the directory. */
    @Test
    void goesOnAfterEveryInterruption() {
        fill(account.storage(), StorageFormat.FORMAT_5, 120);
        var before = contents(account, StorageProtocol.V20);
        var kills = 0;
        for (var steps = 1; ; steps++) {
            var fuse = new Fuse(steps);
            try {
                var migration = inPlace(StorageFormat.FORMAT_6, fuse);
                migration.copy();
                migration.switchOver();
                break;
            } catch (Fuse.Burnt killed) {
                kills++;
            }
        }

        assertThat(kills).isGreaterThan(5);
        assertThat(contents(account, StorageProtocol.V20)).isEqualTo(before);
        assertThat(vault(account.storage(), account).format()).isEqualTo(StorageFormat.FORMAT_6);
    }

    @Test
    void takesOverWhatChangedAfterTheCopy() {
        fill(account.storage(StorageProtocol.V15), StorageFormat.FORMAT_5);
        var migration = toOther(StorageFormat.FORMAT_5, MigrationProgress.silent());
        migration.copy();
        vault(account.storage(), account).collection("notes").put("late", Map.of("title", "late"));
        account.storage().collection("notes").delete("note-1");

        assertThatThrownBy(migration::switchOver).isInstanceOf(MigrationException.SourceChanged.class);
        migration.copy();
        migration.switchOver();

        assertThat(contents(other, StorageProtocol.V20))
                .isEqualTo(contents(account, StorageProtocol.V15))
                .containsKey("notes/late")
                .doesNotContainKey("notes/note-1");
    }

    @Test
    void mixesNothingUp() {
        fill(account.storage(StorageProtocol.V15), StorageFormat.FORMAT_5);
        other.storage().collection("notes").put(BsoWrite.of("mine", "something else"));

        assertThatThrownBy(() -> toOther(StorageFormat.FORMAT_5, MigrationProgress.silent())
                        .copy())
                .isInstanceOf(MigrationException.TargetNotEmpty.class);
        assertThat(other.storage().collectionCounts()).containsExactly(Map.entry("notes", 1L));
    }

    @Test
    void leavesNoRecordOutUnlessTheUserSaysSo() {
        fill(account.storage(), StorageFormat.FORMAT_5);
        account.storage().collection("notes").put(BsoWrite.of("strange", "no payload of ours"));
        var migration = inPlace(StorageFormat.FORMAT_6, MigrationProgress.silent());

        assertThat(migration.copy().unreadable()).containsExactly("notes/strange");
        assertThatThrownBy(migration::switchOver).isInstanceOf(MigrationException.Incomplete.class);
        assertThat(account.storage().collection("notes").get("strange")).isPresent();

        migration.switchRegardless();
        assertThat(account.storage().collection("notes").get("strange")).isEmpty();
        assertThat(account.storage().collectionCounts()).containsEntry("notes", (long) NOTES);
    }

    @Test
    void hasNothingToMoveWhereNothingIs() {
        assertThatThrownBy(() -> toOther(StorageFormat.FORMAT_5, MigrationProgress.silent())
                        .copy())
                .isInstanceOf(MigrationException.NothingThere.class);
        assertThat(other.storage().collections().versions()).isEmpty();
    }

    @Test
    void keepsTheCopySealedAndFromOthers() throws Exception {
        fill(account.storage(), StorageFormat.FORMAT_5);

        inPlace(StorageFormat.FORMAT_6, MigrationProgress.silent()).copy();

        try (Stream<Path> files = Files.list(directory)) {
            for (var file : files.toList()) {
                assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
                assertThat(Files.readString(file)).doesNotContain("the title");
            }
        }
    }

    private Migration toOther(StorageFormat format, MigrationProgress progress) {
        return Migration.between(
                directory,
                side(account, StorageProtocol.V15),
                side(other, StorageProtocol.V20),
                format,
                RANDOM,
                progress);
    }

    private Migration inPlace(StorageFormat format, MigrationProgress progress) {
        var side = side(account, StorageProtocol.V20);
        return Migration.inPlace(directory, side, side, format, RANDOM, progress);
    }

    private void fill(StorageClient storage, StorageFormat format) {
        fill(storage, format, NOTES);
    }

    private void fill(StorageClient storage, StorageFormat format, int number) {
        var vault = Vault.openOrCreate(storage, account.vaultKeys(), format, RANDOM);
        Map<String, Optional<Map<String, Object>>> notes = new LinkedHashMap<>();
        for (var i = 0; i < number - 2; i++) {
            notes.put("note-" + i, Optional.of(Map.of("title", "the title", "number", i)));
        }
        notes.put("{3ab1c2d4-5e6f-4071-8293-a4b5c6d7e8f9}", Optional.of(Map.of("title", "of 1.5")));
        notes.put("gone", Optional.empty());
        vault.collection("notes").upload(notes, 0);
        vault.collection("history").put("page", Map.of("histUri", "https://example.org/"));
        // An id that 2.0 can only hash.
        vault.collection("prefs").put("+".repeat(21), Map.of("value", Map.of("a", true)));
    }

    private static Vault vault(StorageClient storage, Account account) {
        return Vault.open(storage, account.vaultKeys(), RANDOM).orElseThrow();
    }

    private static Map<String, Map<String, Object>> contents(Account account, StorageProtocol protocol) {
        var vault = vault(account.storage(protocol), account);
        Map<String, Map<String, Object>> contents = new HashMap<>();
        for (var name : vault.collections()) {
            vault.collection(name).readEach(BsoQuery.all(), opened -> {
                var cleartext = opened.cleartext();
                assertThat(cleartext)
                        .describedAs("%s/%s", name, opened.bso().id())
                        .isNotNull();
                if (cleartext != null) {
                    contents.put(name + "/" + cleartext.text("id"), cleartext.asMap());
                }
            });
        }
        return contents;
    }

    private static Map<String, String> payloads(StorageClient storage) {
        Map<String, String> payloads = new HashMap<>();
        for (var name : storage.collections().versions().keySet()) {
            for (Bso bso : storage.collection(name).read(BsoQuery.all()).records()) {
                payloads.put(name + "/" + bso.id(), bso.payload() + bso.version());
            }
        }
        return payloads;
    }

    /** Ends the process, as it were, after so many reports of progress that aren't of single records being copied. */
    private static final class Fuse implements MigrationProgress {

        private int left;

        Fuse(int steps) {
            this.left = steps;
        }

        static final class Burnt extends RuntimeException {
            private static final long serialVersionUID = 1;
        }

        @Override
        public void at(Step step, String collection, long records) {
            var counts = step != Step.COPYING || records % 500 == 1;
            if (counts && --left == 0) {
                throw new Burnt();
            }
        }
    }
}
