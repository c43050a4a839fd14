package org.sagrada.client.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.RecordCollection;
import org.sagrada.client.store.PrivateFile;
import org.sagrada.client.store.StoreException;

/**
 * The records of a migration on the device, as sealed as they were at the server: a file of JSON lines for each collection, and one
 * that says how far the migration is.
 */
final class LocalCopy {

    private static final String STATE = "migration.json";
    private static final String SUFFIX = ".jsonl";

    /** Characters of payloads that are held at once, one record more at most. */
    private static final int HELD = 4 << 20;

    private final Path directory;

    LocalCopy(Path directory) {
        this.directory = directory;
    }

    Optional<Json> state() {
        try {
            return Optional.of(Json.parse(PrivateFile.read(directory.resolve(STATE))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new StoreException("can't read " + directory, broken);
        }
    }

    void saveState(Map<String, Object> state) {
        try {
            PrivateFile.write(directory.resolve(STATE), Json.format(state));
        } catch (IOException broken) {
            throw cannotWrite(broken);
        }
    }

    /** Copies a collection as a whole, in the place of an earlier copy; returns its version. */
    long copy(RecordCollection collection, Consumer<Bso> each) {
        long[] version = new long[1];
        try {
            PrivateFile.replace(
                    file(collection.name()),
                    writer -> version[0] = collection.readEach(BsoQuery.all(), bso -> {
                        try {
                            writer.write(Json.format(json(bso)));
                            writer.write('\n');
                        } catch (IOException full) {
                            throw new UncheckedIOException(full);
                        }
                        each.accept(bso);
                    }));
        } catch (IOException | UncheckedIOException broken) {
            throw cannotWrite(broken);
        }
        return version[0];
    }

    /** Hands over a collection's records in groups of at most so many. */
    void read(String collection, int group, Consumer<List<Bso>> receiver) {
        try (BufferedReader lines = Files.newBufferedReader(file(collection), UTF_8)) {
            List<Bso> records = new ArrayList<>();
            long held = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.add(bso(Json.parse(line)));
                held += line.length();
                if (records.size() == group || held > HELD) {
                    receiver.accept(List.copyOf(records));
                    records.clear();
                    held = 0;
                }
            }
            if (!records.isEmpty()) {
                receiver.accept(List.copyOf(records));
            }
        } catch (IOException broken) {
            throw new StoreException("can't read the copy in " + directory, broken);
        }
    }

    /** One record of a small collection. */
    Optional<Bso> find(String collection, String id) {
        if (!Files.exists(file(collection))) {
            return Optional.empty();
        }
        List<Bso> found = new ArrayList<>();
        read(collection, 1, one -> found.addAll(one));
        return found.stream().filter(bso -> bso.id().equals(id)).findFirst();
    }

    void drop(String collection) {
        try {
            Files.deleteIfExists(file(collection));
        } catch (IOException broken) {
            throw cannotWrite(broken);
        }
    }

    void deleteAll() {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().endsWith(SUFFIX) || file.endsWith(STATE)) {
                    Files.delete(file);
                }
            }
        } catch (NoSuchFileException none) {
            // It is gone already.
        } catch (IOException broken) {
            throw cannotWrite(broken);
        }
    }

    private StoreException cannotWrite(Exception broken) {
        return new StoreException("can't write to " + directory, broken);
    }

    /** A name comes from a server, and must not lead elsewhere. */
    private Path file(String collection) {
        if (!collection.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new UnexpectedAnswerException("a collection can't have the name '" + collection + "'");
        }
        return directory.resolve("collection-" + collection + SUFFIX);
    }

    private static Map<String, Object> json(Bso bso) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", bso.id());
        json.put("payload", bso.payload());
        Integer sortindex = bso.sortindex();
        if (sortindex != null) {
            json.put("sortindex", sortindex);
        }
        return json;
    }

    private static Bso bso(Json json) {
        @Nullable Long sortindex = json.numberOrNull("sortindex");
        return new Bso(json.text("id"), 0, 0, json.text("payload"), sortindex == null ? null : sortindex.intValue());
    }
}
