package org.sagrada.client.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.Urls;
import org.sagrada.client.storage.StorageRequests.Call;

/**
 * One collection of the user's records. It need not exist: reading finds nothing then, and the first write makes it. Methods
 * throw a {@link StorageException} when the node refuses.
 *
 * <pre>{@code
 * Records all = bookmarks.read(BsoQuery.all());
 * bookmarks.ifUnmodifiedSince(all.version()).upload(List.of(BsoWrite.of("id", payload)));
 * Records changed = bookmarks.read(BsoQuery.newerThan(all.version()));
 * }</pre>
 */
public final class RecordCollection {

    private static final int MOST_IDS = 100;
    private static final int ATTEMPTS = 4;

    private final StorageRequests requests;
    private final String name;
    private final Supplier<UploadLimits> limits;
    private final @Nullable Long unmodifiedSince;

    RecordCollection(
            StorageRequests requests, String name, Supplier<UploadLimits> limits, @Nullable Long unmodifiedSince) {
        this.requests = requests;
        this.name = name;
        this.limits = limits;
        this.unmodifiedSince = unmodifiedSince;
    }

    /** The collection's name. */
    public String name() {
        return name;
    }

    /**
     * This collection, provided that the target of a request (the collection, or the record) hasn't changed since a version; 0
     * means that it doesn't exist. Otherwise the methods throw {@link StorageException.Modified} and change nothing.
     */
    public RecordCollection ifUnmodifiedSince(long version) {
        return new RecordCollection(requests, name, limits, version);
    }

    /** This collection with other limits for {@link #upload}. */
    public RecordCollection withLimits(UploadLimits other) {
        return new RecordCollection(requests, name, () -> other, unmodifiedSince);
    }

    /**
     * Reads records, as many pages as it takes. If somebody writes meanwhile it starts again, so that all are of one version;
     * if that happens too often, {@link StorageException.Modified} is thrown.
     */
    public Records read(BsoQuery query) {
        for (int attempt = 1; ; attempt++) {
            List<Bso> records = new ArrayList<>();
            try {
                long version = readEach(query, records::add);
                return new Records(version, records);
            } catch (StorageException.Modified changed) {
                if (unmodifiedSince != null || attempt == ATTEMPTS) {
                    throw changed;
                }
            }
        }
    }

    /**
     * Hands over records while they arrive, without ever holding all of them. If somebody writes meanwhile,
     * {@link StorageException.Modified} is thrown after some were handed over.
     *
     * @return the version of the collection; 0 if there is none
     */
    public long readEach(BsoQuery query, Consumer<Bso> receiver) {
        return new Pages(requests, path(), query, unmodifiedSince)
                .read(true, line -> receiver.accept(requests.dialect().bso(Json.parse(line))));
    }

    /** The ids of records. */
    public List<String> ids(BsoQuery query) {
        List<String> ids = new ArrayList<>();
        new Pages(requests, path(), query, unmodifiedSince)
                .read(false, line -> ids.add(Json.parse("{\"id\":" + line + "}").text("id")));
        return ids;
    }

    /** One record. */
    public Optional<Bso> get(String id) {
        try {
            Json json = Json.parse(requests.send(call("GET", path(id), null)).body());
            return Optional.of(requests.dialect().bso(json));
        } catch (StorageException.NotFound absent) {
            return Optional.empty();
        }
    }

    /**
     * Writes a record as a whole; what the write leaves out is cleared (2.0) or stays (1.5).
     *
     * @return the version of the collection afterwards
     */
    public long put(BsoWrite bso) {
        Map<String, Object> body = new LinkedHashMap<>(bso.toJson());
        body.remove("id");
        return requests.version(
                requests.send(call("PUT", path(bso.id()), Json.format(body))).headers());
    }

    /**
     * Writes many records, each id once, in as many requests as the limits ask for. Fields that a write leaves out stay as they
     * are. Under 1.5 what the node takes as one batch becomes visible at once; otherwise earlier requests stay done when a later one
     * fails.
     */
    public Upload upload(List<BsoWrite> records) {
        return requests.dialect().hasBatches()
                ? new BatchUploader(requests, path(), limits.get(), unmodifiedSince).upload(records)
                : new Uploader(requests, path(), limits.get(), unmodifiedSince).upload(records);
    }

    /** The id under which a record is stored whose cleartext has this id: 2.0 doesn't allow every one. */
    public String storedId(String id) {
        return requests.dialect().storedId(id);
    }

    /** The cleartext's id of a stored one, as far as it tells: what {@link #storedId} made of a long id can't be undone. */
    public String clearId(String storedId) {
        return requests.dialect().clearId(storedId);
    }

    /** Deletes a record; false if there was none. */
    public boolean delete(String id) {
        return deleted(path(id), unmodifiedSince).isPresent();
    }

    /** Deletes records, those that exist; the collection stays, even if empty. False if there is no such collection. */
    public boolean delete(List<String> ids) {
        Long guard = unmodifiedSince;
        boolean found = false;
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            List<String> some = ids.subList(from, Math.min(from + MOST_IDS, ids.size()));
            String joined = String.join(",", some.stream().map(Urls::escape).toList());
            Optional<Long> version = deleted(path() + "?ids=" + joined, guard);
            found |= version.isPresent();
            guard = guard == null ? null : version.orElse(guard);
        }
        return found;
    }

    /** Deletes the collection with everything in it; false if there is none. */
    public boolean deleteAll() {
        return deleted(path(), unmodifiedSince).isPresent();
    }

    private Optional<Long> deleted(String path, @Nullable Long guard) {
        try {
            HttpAnswer answer = requests.send(new Call("DELETE", path, null, guard));
            return Optional.of(requests.version(answer.headers()));
        } catch (StorageException.NotFound absent) {
            return Optional.empty();
        }
    }

    private Call call(String method, String path, @Nullable String body) {
        return new Call(method, path, body, unmodifiedSince);
    }

    private String path() {
        return "/storage/" + Urls.escape(name);
    }

    private String path(String id) {
        return path() + "/" + Urls.escape(id);
    }

    @Override
    public String toString() {
        return "RecordCollection[" + name + "]";
    }
}
