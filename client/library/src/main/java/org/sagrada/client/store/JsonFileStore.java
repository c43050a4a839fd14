package org.sagrada.client.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.sync.LocalRecord;
import org.sagrada.client.sync.LocalStore;
import org.sagrada.client.sync.MemoryStore;

/**
 * A collection in one JSON file, in clear, for its owner's eyes only. The file is replaced as a whole at each change: for
 * collections of some thousand records.
 */
public final class JsonFileStore implements LocalStore {

    private final Path file;
    private final MemoryStore records = new MemoryStore();

    /**
     * A store in this file, which need not exist yet.
     *
     * @throws StoreException if the file can't be read
     */
    public JsonFileStore(Path file) {
        this.file = file;
        try {
            Json json = Json.parse(PrivateFile.read(file));
            List<LocalRecord> kept = new ArrayList<>();
            json.objects("records").forEach(bso -> kept.add(read(bso)));
            records.save(kept, json.number("since"));
        } catch (NoSuchFileException nothingYet) {
            // The first save makes it.
        } catch (IOException | UnexpectedAnswerException broken) {
            throw new StoreException(file + " can't be read", broken);
        }
    }

    @Override
    public synchronized long since() {
        return records.since();
    }

    @Override
    public synchronized Optional<LocalRecord> get(String id) {
        return records.get(id);
    }

    @Override
    public synchronized List<LocalRecord> all() {
        return records.all();
    }

    @Override
    public synchronized void save(Collection<LocalRecord> changed, long since) {
        records.save(changed, since);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("since", since);
        json.put("records", records.all().stream().map(JsonFileStore::toJson).toList());
        try {
            PrivateFile.write(file, Json.format(json));
        } catch (IOException broken) {
            throw new StoreException("can't write " + file, broken);
        }
    }

    private static Map<String, Object> toJson(LocalRecord bso) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", bso.id());
        putIfPresent(json, "content", bso.content());
        putIfPresent(json, "base", bso.base());
        json.put("sent", SentJson.write(bso.sent()));
        json.put("changedAt", bso.changedAt().toEpochMilli());
        return json;
    }

    private static void putIfPresent(Map<String, Object> json, String name, @Nullable Map<String, Object> content) {
        if (content != null) {
            json.put(name, content);
        }
    }

    private static LocalRecord read(Json json) {
        return new LocalRecord(
                json.text("id"),
                content(json, "content"),
                content(json, "base"),
                SentJson.read(json.list("sent")),
                Instant.ofEpochMilli(json.number("changedAt")));
    }

    private static @Nullable Map<String, Object> content(Json json, String name) {
        return json.asMap().containsKey(name) ? Map.copyOf(json.object(name).asMap()) : null;
    }
}
