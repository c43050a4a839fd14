package org.sagrada.client.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.storage.StorageRequests.Call;

/** A user's records on a storage node (SyncStorage 2.0). Methods throw a {@link StorageException} when the node refuses. */
public final class StorageClient {

    private final StorageRequests requests;

    public StorageClient(HawkHttp http, TokenSource tokens) {
        this.requests = new StorageRequests(http, tokens);
    }

    /** A collection, whether it exists or not. */
    public RecordCollection collection(String name) {
        return new RecordCollection(requests, name, UploadLimits.USUAL, null);
    }

    /** The collections and when each changed last. */
    public CollectionVersions collections() {
        HttpAnswer answer = get("/info/collections");
        return new CollectionVersions(StorageRequests.version(answer.headers()), numbers(Json.parse(answer.body())));
    }

    /** How many records each collection has. */
    public Map<String, Long> collectionCounts() {
        return numbers(Json.parse(get("/info/collection_counts").body()));
    }

    /** How many bytes each collection takes. */
    public Map<String, Long> collectionUsage() {
        return numbers(Json.parse(get("/info/collection_usage").body()));
    }

    /** How much room is taken, and how much there is. */
    public Quota quota() {
        Json answer = Json.parse(get("/info/quota").body());
        return new Quota(answer.number("usage"), answer.numberOrNull("quota"));
    }

    /**
     * Room on the server, in bytes.
     *
     * @param quota null if there is no limit
     */
    public record Quota(long usage, @Nullable Long quota) {}

    /** Deletes all of the user's records. */
    public void deleteEverything() {
        requests.send(Call.of("DELETE", "/storage"));
    }

    private HttpAnswer get(String path) {
        return requests.send(Call.of("GET", path));
    }

    private static Map<String, Long> numbers(Json json) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        json.asMap().forEach((name, value) -> {
            if (!(value instanceof Long number)) {
                throw new UnexpectedAnswerException("'" + name + "' isn't a whole number");
            }
            numbers.put(name, number);
        });
        return numbers;
    }
}
