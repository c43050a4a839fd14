package org.sagrada.client.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;

/** One user's records under SyncStorage 2.0, with small limits so that clients have to page and to batch. */
final class FakeStorage {

    private static final int PAGE = 90;
    private static final int BATCH = 50;

    private final Map<String, FakeCollection> collections = new TreeMap<>();
    private long version = 1000;

    Reply answer(Incoming request, String path) {
        String[] parts = path.split("/", -1);
        if (path.equals("/info/collections")) {
            Map<String, Object> versions = new LinkedHashMap<>();
            collections.forEach((name, collection) -> versions.put(name, collection.version));
            return versioned(200, version, Json.format(versions));
        }
        if (path.equals("/info/collection_counts")) {
            Map<String, Object> counts = new LinkedHashMap<>();
            collections.forEach((name, collection) -> counts.put(name, collection.records.size()));
            return versioned(200, version, Json.format(counts));
        }
        if (path.equals("/info/quota")) {
            return versioned(200, version, "{\"usage\":1234,\"quota\":null}");
        }
        if (!parts[1].equals("storage") || parts.length > 4) {
            return Reply.corniceError(404, "error");
        }
        FakeCollection collection = parts.length > 2 ? collections.get(parts[2]) : null;
        String id = parts.length > 3 ? parts[3] : null;
        long target = collection == null ? 0 : id == null ? collection.version : collection.versionOf(id);
        String guard = request.header("X-If-Unmodified-Since-Version");
        if (guard != null && target > Long.parseLong(guard)) {
            return Reply.corniceError(412, "error");
        }
        return switch (request.method()) {
            case "GET" -> read(request, collection, id);
            case "DELETE" -> delete(request, parts, collection, id);
            default -> write(request, parts[2], id);
        };
    }

    private Reply read(Incoming request, @Nullable FakeCollection collection, @Nullable String id) {
        if (collection == null || (id != null && !collection.records.containsKey(id))) {
            return Reply.corniceError(404, "error");
        }
        if (id != null) {
            return versioned(200, collection.versionOf(id), Json.format(collection.records.getOrDefault(id, Map.of())));
        }
        List<Map<String, Object>> found = new ArrayList<>();
        long newer = Long.parseLong(request.query().getOrDefault("newer", "0"));
        List<String> ids = List.of(request.query().getOrDefault("ids", "").split(",", -1));
        collection.records.forEach((name, bso) -> {
            boolean asked = !request.query().containsKey("ids") || ids.contains(name);
            if (asked && collection.versionOf(name) > newer) {
                found.add(bso);
            }
        });
        int from = Integer.parseInt(request.query().getOrDefault("offset", "0"));
        int limit = Math.min(PAGE, Integer.parseInt(request.query().getOrDefault("limit", "1000000")));
        int to = Math.min(from + limit, found.size());
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> bso : found.subList(from, to)) {
            lines.append(request.query().containsKey("full") ? Json.format(bso) : "\"" + bso.get("id") + "\"");
            lines.append('\n');
        }
        Reply reply = versioned(200, collection.version, lines.toString());
        return to < found.size() ? reply.with("X-Next-Offset", Integer.toString(to)) : reply;
    }

    private Reply write(Incoming request, String name, @Nullable String id) {
        version++;
        FakeCollection collection = collections.computeIfAbsent(name, any -> new FakeCollection());
        if (id != null) {
            boolean isNew = !collection.records.containsKey(id);
            collection.write(request.json().asMap(), id, request.method().equals("PUT"), version);
            return versioned(isNew ? 201 : 204, version, "");
        }
        List<String> stored = new ArrayList<>();
        Map<String, Object> failed = new LinkedHashMap<>();
        for (Json bso : Json.parse("{\"list\":" + request.body() + "}").objects("list")) {
            if (stored.size() == BATCH) {
                failed.put(bso.text("id"), List.of("retry bso"));
            } else if (bso.text("id").length() > 64) {
                failed.put(bso.text("id"), List.of("invalid id"));
            } else {
                collection.write(bso.asMap(), bso.text("id"), false, version);
                stored.add(bso.text("id"));
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("success", stored);
        result.put("failed", failed);
        return versioned(200, version, Json.format(result));
    }

    private Reply delete(Incoming request, String[] parts, @Nullable FakeCollection collection, @Nullable String id) {
        if (parts.length == 2) {
            collections.clear();
        } else if (collection == null || (id != null && !collection.records.containsKey(id))) {
            return Reply.corniceError(404, "error");
        } else if (id != null) {
            collection.records.remove(id);
            collection.version = version + 1;
        } else if (request.query().containsKey("ids")) {
            collection
                    .records
                    .keySet()
                    .removeAll(List.of(request.query().get("ids").split(",", -1)));
            collection.version = version + 1;
        } else {
            collections.remove(parts[2]);
        }
        version++;
        return versioned(204, version, "");
    }

    private static Reply versioned(int status, long version, String body) {
        return Reply.json(status, body).with("X-Last-Modified-Version", Long.toString(version));
    }
}
