package org.sagrada.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.client.sync.LocalRecord;
import org.sagrada.client.sync.LocalRecord.Sent;

class JsonFileStoreTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void hasAfterARestartWhatItHadBefore() {
        JsonFileStore store = new JsonFileStore(directory.resolve("notes.json"));
        store.edit("one", Map.of("title", "Tüte", "count", 1, "list", List.of(1, "two")), NOW);
        store.edit("two", Map.of("title", "two"), NOW);
        LocalRecord sending = new LocalRecord(
                "three", null, Map.of("a", 1L), List.of(new Sent(Map.of("a", 2L)), new Sent(null)), NOW);
        store.save(List.of(sending), 17);

        JsonFileStore again = new JsonFileStore(directory.resolve("notes.json"));

        assertThat(again.since()).isEqualTo(17);
        assertThat(again.all()).isEqualTo(store.all()).hasSize(3);
        assertThat(again.get("three")).contains(sending);
        assertThat(again.content("one")).isEqualTo(Map.of("title", "Tüte", "count", 1L, "list", List.of(1L, "two")));
    }

    @Test
    void refusesAFileThatIsNotItsOwn() throws IOException {
        Path file = directory.resolve("other.json");
        Files.writeString(file, "[1, 2");

        assertThatThrownBy(() -> new JsonFileStore(file)).isInstanceOf(StoreException.class);
        assertThat(Files.readString(file)).isEqualTo("[1, 2");
    }
}
