package org.sagrada.client.storage;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.storage.StorageRequests.Call;
import org.sagrada.client.token.StorageProtocol;

/**
 * A user's records on a storage node, through either protocol. Methods throw a {@link StorageException} when the node refuses.
 * Versions are the protocol's own: those of one aren't to be used with the other.
 */
public final class StorageClient {

    private final StorageProtocol protocol;
    private final StorageRequests requests;
    private @Nullable UploadLimits limits;

    public StorageClient(HawkHttp http, TokenSource tokens, StorageProtocol protocol) {
        this.protocol = protocol;
        this.requests = new StorageRequests(http, tokens, Dialect.of(protocol));
    }

    /** The protocol that is spoken. */
    public StorageProtocol protocol() {
        return protocol;
    }

    /** Where the user's records are; asks for a token if there is none yet. */
    public URI endpoint() {
        return requests.endpoint();
    }

    /** A collection, whether it exists or not. */
    public RecordCollection collection(String name) {
        return new RecordCollection(requests, name, this::limits, null);
    }

    /** The collections and when each changed last. */
    public CollectionVersions collections() {
        HttpAnswer answer = get("/info/collections");
        Map<String, Long> versions = new LinkedHashMap<>();
        Json.parse(answer.body())
                .asMap()
                .forEach((name, value) -> versions.put(name, requests.dialect().version(value)));
        return new CollectionVersions(requests.version(answer.headers()), versions);
    }

    /** How much the node takes: asked once under 1.5, the protocol's own limits under 2.0. */
    public synchronized UploadLimits limits() {
        UploadLimits known = limits;
        if (known == null) {
            known = protocol == StorageProtocol.V15 ? configuredLimits() : UploadLimits.USUAL;
            limits = known;
        }
        return known;
    }

    private UploadLimits configuredLimits() {
        try {
            return UploadLimits.of(Json.parse(get("/info/configuration").body()));
        } catch (StorageException.NotFound oldServer) {
            return UploadLimits.USUAL;
        }
    }

    /** How many records each collection has. */
    public Map<String, Long> collectionCounts() {
        return numbers(Json.parse(get("/info/collection_counts").body()));
    }

    /** How many bytes each collection takes. */
    public Map<String, Long> collectionUsage() {
        Map<String, Long> usage = new LinkedHashMap<>();
        Json.parse(get("/info/collection_usage").body())
                .asMap()
                .forEach((name, value) -> usage.put(name, requests.dialect().bytes(value)));
        return usage;
    }

    /** How much room is taken, and how much there is. */
    public Quota quota() {
        return requests.dialect().quota(get("/info/quota").body());
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
