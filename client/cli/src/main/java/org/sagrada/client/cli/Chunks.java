package org.sagrada.client.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.storage.CollectionVersions;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.storage.Upload;
import org.sagrada.client.vault.VaultCollection;

/** Seals and writes records in chunks, however many there are, each on the condition that nobody else wrote meanwhile. */
final class Chunks {

    private static final int SIZE = 500;
    private static final int SHOWN = 10;

    private final Surroundings surroundings;
    private final CollectionVersions before;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Optional<Map<String, Object>>> waiting = new LinkedHashMap<>();
    private @Nullable String name;
    private @Nullable VaultCollection collection;
    private long stored;
    private long refused;

    Chunks(Surroundings surroundings, StorageClient storage) {
        this.surroundings = surroundings;
        this.before = storage.collections();
    }

    void add(String collectionName, VaultCollection records, String id, Map<String, Object> fields) {
        if (waiting.size() == SIZE || !collectionName.equals(name)) {
            flush();
        }
        name = collectionName;
        collection = records;
        waiting.put(id, Optional.of(fields));
    }

    /** Writes what waits. */
    void flush() {
        String target = name;
        VaultCollection records = collection;
        if (target == null || records == null || waiting.isEmpty()) {
            return;
        }
        long version = versions.getOrDefault(target, before.of(target));
        Upload upload = records.upload(waiting, version);
        versions.put(target, upload.version());
        stored += upload.stored().size();
        upload.refused().forEach((id, reasons) -> refuse(target + "/" + id + ": " + String.join(", ", reasons)));
        waiting.clear();
    }

    /** How many records were written. */
    long stored() {
        return stored;
    }

    private void refuse(String what) {
        refused++;
        if (refused <= SHOWN) {
            surroundings.err().println("sagrada: the server refused " + what);
        }
    }

    /** Says how many were refused, and gives the exit code. */
    int report() {
        if (refused > 0) {
            surroundings.err().println("sagrada: " + refused + " records were refused in all");
            return PlainErrors.REFUSED;
        }
        return 0;
    }
}
