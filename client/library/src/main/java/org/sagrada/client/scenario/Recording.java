package org.sagrada.client.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.storage.RecordIdMapping;

/**
 * The requests that an unmodified Firefox made in the first sync of a new device, under SyncStorage 1.5. What it wrote is given
 * as it is written under 2.0: ids outside 2.0's alphabet are mapped, and negative sort indexes, which 2.0 doesn't know, are left
 * out. The payloads stay as they are to the byte.
 */
public final class Recording {

    private static final String FIREFOX = "firefox-first-sync.json";
    private static final String STORAGE = "/storage/";

    private final Key32 kB;
    private final List<RecordedUpload> uploads;

    private Recording(Key32 kB, List<RecordedUpload> uploads) {
        this.kB = kB;
        this.uploads = List.copyOf(uploads);
    }

    /** The recording that comes with the library: 735 encrypted records in six collections, and the two that describe them. */
    public static Recording firefoxFirstSync() {
        try (InputStream in = Recording.class.getResourceAsStream(FIREFOX)) {
            return parse(new String(Objects.requireNonNull(in, FIREFOX).readAllBytes(), UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Recording parse(String text) {
        Json json = Json.parse(text);
        List<RecordedUpload> uploads = new ArrayList<>();
        for (Json request : json.objects("requests")) {
            RecordedUpload upload = upload(request);
            if (upload == null) {
                continue;
            }
            if (isContinued(request)) {
                RecordedUpload last = uploads.remove(uploads.size() - 1);
                List<BsoWrite> both = new ArrayList<>(last.records());
                both.addAll(upload.records());
                uploads.add(new RecordedUpload(last.collection(), false, both));
            } else {
                uploads.add(upload);
            }
        }
        return new Recording(Key32.fromHex(json.text("kB")), uploads);
    }

    /** The key of the recorded account, which opens all of it. */
    public Key32 kB() {
        return kB;
    }

    /** What was written, in order. */
    public List<RecordedUpload> uploads() {
        return uploads;
    }

    /** How many records were written in all; some of them twice. */
    public int size() {
        return uploads.stream().mapToInt(upload -> upload.records().size()).sum();
    }

    /** What a reader must find in the end: the last write of each record, by collection and id. */
    public Map<String, Map<String, BsoWrite>> finalState() {
        Map<String, Map<String, BsoWrite>> state = new LinkedHashMap<>();
        for (RecordedUpload upload : uploads) {
            Map<String, BsoWrite> collection =
                    state.computeIfAbsent(upload.collection(), name -> new LinkedHashMap<>());
            upload.records().forEach(bso -> collection.put(bso.id(), bso));
        }
        return state;
    }

    private static @Nullable RecordedUpload upload(Json request) {
        String path = request.text("path");
        if (!request.asMap().containsKey("body") || !path.startsWith(STORAGE)) {
            return null;
        }
        String target = path.substring(STORAGE.length()).split("\\?", 2)[0];
        if (request.text("method").equals("PUT")) {
            return new RecordedUpload(target.split("/", 2)[0], true, List.of(bso(request.object("body"))));
        }
        List<BsoWrite> records = new ArrayList<>();
        request.objects("body").forEach(recorded -> records.add(bso(recorded)));
        return new RecordedUpload(target, false, records);
    }

    /** Whether a request goes on with the batch of the one before it. */
    private static boolean isContinued(Json request) {
        String path = request.text("path");
        return path.contains("?batch=") && !path.contains("?batch=true");
    }

    private static BsoWrite bso(Json recorded) {
        Long sortindex = recorded.numberOrNull("sortindex");
        Long ttl = recorded.numberOrNull("ttl");
        return BsoWrite.of(RecordIdMapping.toV20(recorded.text("id")), recorded.text("payload"))
                .withSortindex(sortindex == null || sortindex < 0 ? null : sortindex.intValue())
                .withTtl(ttl == null ? null : ttl.intValue());
    }
}
