package org.sagrada.client.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.Urls;
import org.sagrada.client.storage.StorageRequests.Call;

/**
 * Writes many records under SyncStorage 1.5: what fits into one of the server's batches becomes visible at once, however many
 * requests it takes; what doesn't, in several.
 */
final class BatchUploader {

    private final StorageRequests requests;
    private final String path;
    private final UploadLimits limits;
    private final boolean guarded;
    private @Nullable Long version;
    private final List<String> stored = new ArrayList<>();
    private final Map<String, List<String>> refused = new LinkedHashMap<>();

    BatchUploader(StorageRequests requests, String path, UploadLimits limits, @Nullable Long unmodifiedSince) {
        this.requests = requests;
        this.path = path;
        this.limits = limits;
        this.guarded = unmodifiedSince != null;
        this.version = unmodifiedSince;
    }

    Upload upload(List<BsoWrite> records) {
        List<BsoWrite> fitting = new ArrayList<>();
        for (BsoWrite bso : records) {
            if (bytes(bso) > limits.payload()) {
                refused.put(bso.id(), List.of("too large"));
            } else {
                fitting.add(bso);
            }
        }
        if (!fitting.isEmpty() || records.isEmpty()) {
            send(fitting, limits);
        }
        return new Upload(version == null ? 0 : version, stored, refused);
    }

    private static int bytes(BsoWrite bso) {
        String payload = bso.payload();
        return payload == null ? 0 : payload.getBytes(UTF_8).length;
    }

    private void send(List<BsoWrite> records, UploadLimits within) {
        UploadLimits whole = new UploadLimits(within.totalRecords(), within.totalBytes());
        List<Batch> batches = records.isEmpty() ? List.of(new Batch(records)) : Batch.split(records, whole);
        for (Batch batch : batches) {
            try {
                sendAsOne(batch, within);
            } catch (StorageException.TooLarge tooLarge) {
                sendSmaller(batch, within);
            } catch (StorageException.Modified modified) {
                throw stored.isEmpty() ? modified : new StorageException.Modified(true);
            }
        }
    }

    /** Nothing of the batch is visible yet, so it may be begun anew. */
    private void sendSmaller(Batch batch, UploadLimits within) {
        if (batch.records().size() > 1) {
            send(batch.records(), within.halved());
        } else {
            batch.records().forEach(bso -> refused.put(bso.id(), List.of("too large")));
        }
    }

    private void sendAsOne(Batch batch, UploadLimits within) {
        List<Batch> posts = batch.records().isEmpty() ? List.of(batch) : Batch.split(batch.records(), within);
        List<String> accepted = new ArrayList<>();
        Map<String, List<String>> failed = new LinkedHashMap<>();
        String id = null;
        for (int i = 0; i < posts.size(); i++) {
            boolean last = i == posts.size() - 1;
            HttpAnswer answer = requests.send(new Call(
                    "POST",
                    path + parameters(id, posts.size() > 1, last),
                    posts.get(i).toJson(),
                    guarded ? version : null));
            Json result = Json.parse(answer.body());
            result.list("success").forEach(name -> accepted.add(String.valueOf(name)));
            result.object("failed").asMap().forEach((name, reason) -> failed.put(name, reasons(reason)));
            if (answer.status() == 202) {
                id = result.text("batch");
            } else {
                // The last request, or a server without batches: this is visible now.
                version = requests.version(answer.headers());
                stored.addAll(accepted);
                accepted.clear();
            }
        }
        refused.putAll(failed);
    }

    private static String parameters(@Nullable String id, boolean several, boolean last) {
        if (!several || (last && id == null)) {
            return "";
        }
        String batch = "?batch=" + (id == null ? "true" : Urls.escape(id));
        return last ? batch + "&commit=true" : batch;
    }

    private static List<String> reasons(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
