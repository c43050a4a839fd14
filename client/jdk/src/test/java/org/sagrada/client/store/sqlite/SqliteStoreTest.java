package org.sagrada.client.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.client.store.StoreException;
import org.sagrada.client.sync.LocalRecord;
import org.sagrada.client.sync.LocalRecord.Sent;
import org.sagrada.client.sync.LocalStore;

class SqliteStoreTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);

    @TempDir
    private Path directory;

    @Test
    void findsEverythingAgainAfterAnEnd() {
        LocalRecord edited = LocalRecord.unknown("one").edited(Map.of("title", "Früh", "count", 3), NOW);
        LocalRecord sending = new LocalRecord(
                "two",
                Map.of("a", true),
                Map.of("a", false),
                List.of(new Sent(Map.of("a", List.of(1L))), new Sent(null)),
                NOW);
        try (SqliteDatabase database = open()) {
            database.store("notes").save(List.of(edited, sending), 42);
            database.store("other").save(List.of(edited), 7);
        }

        try (SqliteDatabase database = open()) {
            LocalStore notes = database.store("notes");
            assertThat(notes.since()).isEqualTo(42);
            assertThat(notes.all()).containsExactly(edited, sending);
            assertThat(notes.get("two")).contains(sending);
            assertThat(notes.get("three")).isEmpty();
            assertThat(database.store("other").since()).isEqualTo(7);
            assertThat(database.store("none").since()).isZero();
        }
    }

    @Test
    void knowsWhatTheServerHasToHearOf() {
        try (SqliteDatabase database = open()) {
            LocalStore notes = database.store("notes");
            LocalRecord agreed = new LocalRecord("one", Map.of("a", 1L), Map.of("a", 1L), List.of(), NOW);
            notes.save(List.of(agreed), 1);
            notes.edit("two", Map.of("b", 2), NOW);

            assertThat(notes.changed()).extracting(LocalRecord::id).containsExactly("two");

            notes.edit("one", null, NOW);
            assertThat(notes.changed()).extracting(LocalRecord::id).containsExactly("one", "two");
        }
    }

    @Test
    void forgetsARecordOfWhichThereIsNothingToSay() {
        try (SqliteDatabase database = open()) {
            LocalStore notes = database.store("notes");
            notes.edit("one", Map.of("b", 2), NOW);

            notes.edit("one", null, NOW);

            assertThat(notes.all()).isEmpty();
        }
    }

    @Test
    void keepsItsFileFromOthers() throws Exception {
        open().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesWhatIsNoDatabase() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "This is no database, however long one looks at it. ".repeat(100));

        assertThatThrownBy(this::open).isInstanceOf(StoreException.class);
    }

    private SqliteDatabase open() {
        return SqliteDatabase.open(file());
    }

    private Path file() {
        return directory.resolve("data").resolve("records.sqlite");
    }
}
