package org.sagrada.client.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.sagrada.client.http.Json;

/** Records that fit into one request together. */
record Batch(List<BsoWrite> records) {

    /** Cuts a list into batches, in order. A record that is too large by itself is a batch by itself. */
    static List<Batch> split(List<BsoWrite> records, UploadLimits limits) {
        List<Batch> batches = new ArrayList<>();
        List<BsoWrite> current = new ArrayList<>();
        long bytes = 0;
        for (BsoWrite bso : records) {
            int size = Json.format(bso.toJson()).getBytes(UTF_8).length + 1;
            boolean full = current.size() == limits.records() || bytes + size >= limits.bytes();
            if (full && !current.isEmpty()) {
                batches.add(new Batch(List.copyOf(current)));
                current.clear();
                bytes = 0;
            }
            current.add(bso);
            bytes += size;
        }
        if (!current.isEmpty()) {
            batches.add(new Batch(List.copyOf(current)));
        }
        return batches;
    }

    List<Batch> halves() {
        int middle = records.size() / 2;
        return List.of(new Batch(records.subList(0, middle)), new Batch(records.subList(middle, records.size())));
    }

    String toJson() {
        return Json.format(records.stream().map(BsoWrite::toJson).toList());
    }
}
