package org.sagrada.client.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.BackOff.Waits;
import org.sagrada.client.http.BackOffMemory;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;

/** Remembers in a file what servers asked for, so that a new process of the same user keeps away too. */
public final class FileBackOffMemory implements BackOffMemory {

    private final Path file;

    /** A memory in this file, which need not exist yet. */
    public FileBackOffMemory(Path file) {
        this.file = file;
    }

    /**
     * The memory at the usual place: {@code sagrada/back-off.json} below {@code XDG_STATE_HOME} or {@code ~/.local/state}.
     *
     * @param environment variables by name
     */
    public static FileBackOffMemory inHome(Map<String, String> environment, Path home) {
        return new FileBackOffMemory(XdgDirectories.state(environment, home).resolve("back-off.json"));
    }

    @Override
    public synchronized Waits get(String host) {
        return load().getOrDefault(host, Waits.NONE);
    }

    @Override
    public synchronized void update(String host, UnaryOperator<Waits> change) {
        Map<String, Waits> waits = load();
        waits.put(host, change.apply(waits.getOrDefault(host, Waits.NONE)));
        Map<String, List<Long>> json = new LinkedHashMap<>();
        waits.forEach((name, wait) -> json.put(
                name, List.of(wait.silence().toEpochMilli(), wait.rest().toEpochMilli())));
        try {
            PrivateFile.write(file, Json.format(json));
        } catch (IOException broken) {
            throw new StoreException("can't write " + file, broken);
        }
    }

    private Map<String, Waits> load() {
        Map<String, Waits> waits = new LinkedHashMap<>();
        Json json = read();
        if (json != null) {
            json.asMap().forEach((host, times) -> {
                if (times instanceof List<?> pair
                        && pair.size() == 2
                        && pair.get(0) instanceof Long silence
                        && pair.get(1) instanceof Long rest) {
                    waits.put(host, new Waits(Instant.ofEpochMilli(silence), Instant.ofEpochMilli(rest)));
                }
            });
        }
        return waits;
    }

    /** Null if there is nothing to read: a server that wants to be left alone says so again. */
    private @Nullable Json read() {
        try {
            return Json.parse(PrivateFile.read(file));
        } catch (IOException | UnexpectedAnswerException broken) {
            return null;
        }
    }
}
