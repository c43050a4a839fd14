package org.sagrada.client.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.StorageException;
import org.sagrada.client.storage.Upload;
import org.sagrada.client.vault.VaultCollection;
import org.sagrada.client.vault.VaultCollection.Opened;

/** A vault's collection as the other side of a sync. */
public final class VaultRemote implements RemoteCollection {

    private final VaultCollection collection;
    private final InstantSource serverClock;

    /**
     * The other side.
     *
     * @param serverClock for the ages of what others wrote
     */
    public VaultRemote(VaultCollection collection, InstantSource serverClock) {
        this.collection = collection;
        this.serverClock = serverClock;
    }

    @Override
    public Download newerThan(long version) {
        Map<String, Incoming> records = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        Instant now = serverClock.instant();
        // A download that breaks off because somebody writes is begun again by the next sync; nothing was taken over
        // yet.
        long current =
                collection.readEach(BsoQuery.newerThan(version), opened -> add(opened, now, records, unreadable));
        return new Download(current, List.copyOf(records.values()), unreadable);
    }

    private void add(Opened opened, Instant now, Map<String, Incoming> records, List<String> unreadable) {
        Json cleartext = opened.cleartext();
        if (cleartext == null) {
            unreadable.add(collection.clearId(opened.bso().id()));
            return;
        }
        Map<String, Object> content = new HashMap<>(cleartext.asMap());
        String id = cleartext.text("id");
        content.remove("id");
        boolean deleted = Boolean.TRUE.equals(content.get("deleted"));
        content.values().removeIf(Objects::isNull);
        Duration age = Duration.between(Instant.ofEpochMilli(opened.bso().timestamp()), now);
        records.put(id, new Incoming(id, deleted ? null : Map.copyOf(content), age));
    }

    @Override
    public UploadOutcome upload(List<Change> changes, long version) {
        Map<String, Optional<Map<String, Object>>> contents = new LinkedHashMap<>();
        changes.forEach(change -> contents.put(change.id(), Optional.ofNullable(change.content())));
        try {
            Upload upload = collection.upload(contents, version);
            return new UploadOutcome.Uploaded(upload.version(), new HashSet<>(upload.stored()));
        } catch (StorageException.Modified othersWrote) {
            return new UploadOutcome.Outdated(othersWrote.partly());
        } catch (StorageException.Conflict othersWrite) {
            return new UploadOutcome.Outdated(true);
        }
    }
}
