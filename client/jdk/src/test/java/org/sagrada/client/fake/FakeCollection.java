package org.sagrada.client.fake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A collection's records as they are sent, with the version of its last change. */
final class FakeCollection {

    final Map<String, Map<String, Object>> records = new TreeMap<>();
    long version;

    void write(Map<String, Object> bso, String id, boolean whole, long newVersion) {
        Map<String, Object> stored = new LinkedHashMap<>();
        if (!whole) {
            stored.putAll(records.getOrDefault(id, Map.of()));
        }
        stored.putIfAbsent("payload", "");
        stored.putAll(bso);
        stored.remove("ttl");
        stored.put("id", id);
        stored.put("version", newVersion);
        stored.put("timestamp", newVersion * 10);
        records.put(id, stored);
        version = newVersion;
    }

    long versionOf(String id) {
        Map<String, Object> bso = records.get(id);
        return bso == null ? 0 : (Long) bso.getOrDefault("version", 0L);
    }
}
