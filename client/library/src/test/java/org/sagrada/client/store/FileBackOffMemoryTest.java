package org.sagrada.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.client.http.BackOff.Waits;

class FileBackOffMemoryTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void remembersAcrossProcesses() {
        Waits waits = new Waits(Instant.ofEpochMilli(1), Instant.ofEpochMilli(2));
        assertThat(memory().get("one:1")).isEqualTo(Waits.NONE);

        memory().update("one:1", none -> waits);

        assertThat(memory().get("one:1")).isEqualTo(waits);
        assertThat(memory().get("two:2")).isEqualTo(Waits.NONE);
    }

    @Test
    void forgetsWhatItCanNotRead() throws IOException {
        memory().update("one:1", none -> none);
        Files.writeString(home.resolve(".local/state/sagrada/back-off.json"), "nothing like it");

        assertThat(memory().get("one:1")).isEqualTo(Waits.NONE);
    }

    private FileBackOffMemory memory() {
        return FileBackOffMemory.inHome(Map.of(), home);
    }
}
