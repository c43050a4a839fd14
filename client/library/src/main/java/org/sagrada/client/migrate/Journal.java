package org.sagrada.client.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;
import org.sagrada.client.migrate.MigrationReport.Phase;

/** How far a migration is, kept so that it goes on after an interruption. */
final class Journal {

    private final LocalCopy copy;
    private final Map<String, Long> versions = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<String>> unreadable = new TreeMap<>();
    private final Map<String, String> refused = new TreeMap<>();
    private final TreeSet<String> uploaded = new TreeSet<>();
    private Phase phase = Phase.COPYING;
    private long storeVersion;
    private boolean claimed;
    private @Nullable String meta;

    Journal(LocalCopy copy) {
        this.copy = copy;
        copy.state().ifPresent(this::read);
    }

    private void read(Json json) {
        phase = Phase.valueOf(json.text("phase"));
        storeVersion = json.number("storeVersion");
        claimed = json.flag("claimed");
        meta = json.textOrNull("meta");
        Json collections = json.object("collections");
        for (String name : collections.asMap().keySet()) {
            Json collection = collections.object(name);
            versions.put(name, collection.number("version"));
            counts.put(name, collection.number("records"));
            unreadable.put(
                    name,
                    collection.list("unreadable").stream().map(String::valueOf).toList());
        }
        json.object("refused").asMap().forEach((id, reason) -> refused.put(id, String.valueOf(reason)));
        json.list("uploaded").forEach(name -> uploaded.add(String.valueOf(name)));
    }

    private void save() {
        Map<String, Object> collections = new LinkedHashMap<>();
        versions.forEach((name, version) -> {
            Map<String, Object> collection = new LinkedHashMap<>();
            collection.put("version", version);
            collection.put("records", counts.getOrDefault(name, 0L));
            collection.put("unreadable", unreadable.getOrDefault(name, List.of()));
            collections.put(name, collection);
        });
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("phase", phase.name());
        json.put("storeVersion", storeVersion);
        json.put("claimed", claimed);
        if (meta != null) {
            json.put("meta", meta);
        }
        json.put("collections", collections);
        json.put("refused", new HashMap<>(refused));
        json.put("uploaded", List.copyOf(uploaded));
        copy.saveState(json);
    }

    Phase phase() {
        return phase;
    }

    long storeVersion() {
        return storeVersion;
    }

    boolean has(String collection, long version) {
        return versions.getOrDefault(collection, -1L) == version;
    }

    List<String> collections() {
        return List.copyOf(versions.keySet());
    }

    void copied(String collection, long version, long records, List<String> bad) {
        versions.put(collection, version);
        counts.put(collection, records);
        unreadable.put(collection, List.copyOf(bad));
        uploaded.remove(collection);
        refused.keySet().removeIf(id -> id.startsWith(collection + "/"));
        save();
    }

    void forget(String collection) {
        versions.remove(collection);
        counts.remove(collection);
        unreadable.remove(collection);
        uploaded.remove(collection);
        save();
    }

    void begin() {
        meta = null;
        enter(Phase.COPYING);
    }

    void enter(Phase next) {
        phase = next;
        save();
    }

    void copiedAll(long version) {
        storeVersion = version;
        save();
    }

    /** Whether the other side was empty when this migration came there. */
    boolean isClaimed() {
        return claimed;
    }

    void claim() {
        claimed = true;
        save();
    }

    /** The meta/global to be, once it was decided. */
    @Nullable
    String meta() {
        return meta;
    }

    void decideMeta(String payload) {
        meta = payload;
        save();
    }

    boolean isUploaded(String collection) {
        return uploaded.contains(collection);
    }

    void uploaded(String collection, Map<String, String> notTaken) {
        uploaded.add(collection);
        refused.putAll(notTaken);
        save();
    }

    MigrationReport report() {
        List<String> bad = new ArrayList<>();
        unreadable.forEach((name, ids) -> ids.forEach(id -> bad.add(name + "/" + id)));
        return new MigrationReport(phase, counts, bad, refused);
    }
}
