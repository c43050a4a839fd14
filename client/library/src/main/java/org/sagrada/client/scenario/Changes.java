package org.sagrada.client.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoWrite;

/** What device A does to one collection: some records become tombstones, others get another title. */
record Changes(String collection, List<BsoWrite> tombstones, List<BsoWrite> edits) {

    static Changes of(String collection, List<BsoWrite> recorded, int some, RecordedKeys keys) {
        List<BsoWrite> tombstones = new ArrayList<>();
        for (BsoWrite bso : recorded.subList(0, some)) {
            tombstones.add(BsoWrite.of(bso.id(), keys.tombstone(collection, bso.id())));
        }
        List<BsoWrite> edits = new ArrayList<>();
        for (BsoWrite bso : recorded.subList(some, 2 * some)) {
            String payload = Objects.requireNonNull(bso.payload(), bso.id());
            edits.add(BsoWrite.of(bso.id(), keys.edited(collection, bso.id(), payload)));
        }
        return new Changes(collection, tombstones, edits);
    }

    List<BsoWrite> all() {
        List<BsoWrite> all = new ArrayList<>(tombstones);
        all.addAll(edits);
        return all;
    }

    /** Exactly these changes, and that they read as what they are. */
    void expectSeen(Map<String, Bso> seen, RecordedKeys keys) {
        Map<String, String> expected = new LinkedHashMap<>();
        all().forEach(bso -> expected.put(bso.id(), Objects.requireNonNull(bso.payload(), bso.id())));
        Expect.same(expected.keySet(), seen.keySet(), "newer records of " + collection);
        seen.values()
                .forEach(bso -> Expect.that(
                        bso.payload().equals(expected.get(bso.id())),
                        "the payload of " + collection + "/" + bso.id() + " is not the changed one"));
        for (BsoWrite bso : tombstones) {
            String payload =
                    Objects.requireNonNull(seen.get(bso.id()), bso.id()).payload();
            Expect.that(
                    keys.open(collection, bso.id(), payload).flag("deleted"),
                    collection + "/" + bso.id() + " is no tombstone");
        }
    }
}
