package org.sagrada.client.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.StorageRequests.Call;

/**
 * Writes many records in as many requests as they need. With a precondition each request builds on the version of the one
 * before, so that nobody else's change slips in between unseen.
 */
final class Uploader {

    private final StorageRequests requests;
    private final String path;
    private final UploadLimits limits;
    private final boolean guarded;
    private @Nullable Long version;
    private final List<String> stored = new ArrayList<>();
    private final Map<String, List<String>> refused = new LinkedHashMap<>();
    private final Deque<Batch> waiting = new ArrayDeque<>();

    Uploader(StorageRequests requests, String path, UploadLimits limits, @Nullable Long unmodifiedSince) {
        this.requests = requests;
        this.path = path;
        this.limits = limits;
        this.guarded = unmodifiedSince != null;
        this.version = unmodifiedSince;
    }

    Upload upload(List<BsoWrite> records) {
        waiting.addAll(Batch.split(records, limits));
        if (waiting.isEmpty()) {
            waiting.add(new Batch(List.of()));
        }
        while (!waiting.isEmpty()) {
            send(waiting.remove());
        }
        return new Upload(version == null ? 0 : version, stored, refused);
    }

    private void send(Batch batch) {
        HttpAnswer answer;
        try {
            answer = requests.send(new Call("POST", path, batch.toJson(), guarded ? version : null));
        } catch (StorageException.TooLarge tooLarge) {
            splitFurther(batch);
            return;
        } catch (StorageException.Modified modified) {
            throw stored.isEmpty() ? modified : new StorageException.Modified(true);
        }
        version = requests.version(answer.headers());
        Json result = Json.parse(answer.body());
        result.list("success").forEach(id -> stored.add((String) id));
        List<BsoWrite> again = new ArrayList<>();
        for (BsoWrite bso : batch.records()) {
            if (result.object("failed").asMap().get(bso.id()) instanceof List<?> reasons) {
                sort(bso, reasons.stream().map(String::valueOf).toList(), batch, again);
            }
        }
        if (!again.isEmpty()) {
            waiting.addFirst(new Batch(again));
        }
    }

    /** A record that only didn't fit gets another request; for any other reason it is given up. */
    private void sort(BsoWrite bso, List<String> reasons, Batch batch, List<BsoWrite> again) {
        boolean worthTrying =
                batch.records().size() > 1 && reasons.stream().allMatch(reason -> reason.startsWith("retry"));
        if (worthTrying) {
            again.add(bso);
        } else {
            refused.put(bso.id(), reasons);
        }
    }

    private void splitFurther(Batch batch) {
        if (batch.records().size() > 1) {
            List<Batch> halves = batch.halves();
            waiting.addFirst(halves.get(1));
            waiting.addFirst(halves.get(0));
        } else {
            batch.records().forEach(bso -> refused.put(bso.id(), List.of("too large")));
        }
    }
}
