package org.sagrada.client.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.migrate.MigrationProgress.Step;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.RecordCollection;
import org.sagrada.client.storage.Upload;
import org.sagrada.client.token.StorageProtocol;

/** Brings one collection from the copy to the other side, and reads it back. */
final class Transfer {

    private static final int UPLOAD_GROUP = 1000;
    private static final int READ_GROUP = 50;

    /** Servers don't tell how long a record is to live; these kinds of data always have the same, in seconds. */
    private static final Map<String, Integer> USUAL_TTL =
            Map.of("clients", 15_552_000, "history", 5_184_000, "forms", 94_608_000);

    private final LocalCopy copy;
    private final Resealing resealing;
    private final RecordCollection target;
    private final StorageProtocol protocol;
    private final MigrationProgress progress;

    Transfer(
            LocalCopy copy,
            Resealing resealing,
            RecordCollection target,
            StorageProtocol protocol,
            MigrationProgress progress) {
        this.copy = copy;
        this.resealing = resealing;
        this.target = target;
        this.protocol = protocol;
        this.progress = progress;
    }

    /**
     * Writes and reads back.
     *
     * @return what the other side didn't take, by {@code collection/id}, with its reasons
     * @throws MigrationException.NotVerified if a record isn't there as it was written
     */
    Map<String, String> run() {
        Map<String, String> refused = new LinkedHashMap<>();
        long[] done = new long[2];
        copy.read(target.name(), UPLOAD_GROUP, records -> {
            refused.putAll(upload(records));
            progress.at(Step.UPLOADING, target.name(), done[0] += records.size());
        });
        copy.read(target.name(), READ_GROUP, records -> {
            verify(records, refused);
            progress.at(Step.VERIFYING, target.name(), done[1] += records.size());
        });
        return refused;
    }

    private Map<String, String> upload(List<Bso> records) {
        List<BsoWrite> writes = new ArrayList<>();
        for (Bso bso : records) {
            Optional<String> payload = resealing.payload(bso);
            storedId(bso)
                    .ifPresent(id -> payload.ifPresent(
                            text -> writes.add(new BsoWrite(id, text, sortindex(bso), USUAL_TTL.get(target.name())))));
        }
        Upload upload = target.upload(writes);
        return upload.refused().entrySet().stream()
                .collect(Collectors.toMap(
                        refusal -> target.name() + "/" + refusal.getKey(),
                        refusal -> String.join(", ", refusal.getValue())));
    }

    private void verify(List<Bso> records, Map<String, String> refused) {
        Map<String, Bso> expected = new LinkedHashMap<>();
        for (Bso bso : records) {
            storedId(bso)
                    .filter(id -> resealing.payload(bso).isPresent())
                    .filter(id -> !refused.containsKey(target.name() + "/" + id))
                    .ifPresent(id -> expected.put(id, bso));
        }
        if (expected.isEmpty()) {
            return;
        }
        Map<String, String> there = new LinkedHashMap<>();
        target.readEach(BsoQuery.ofIds(List.copyOf(expected.keySet())), bso -> there.put(bso.id(), bso.payload()));
        expected.forEach((id, bso) -> {
            String payload = there.get(id);
            if (payload == null || !resealing.matches(bso, payload)) {
                throw new MigrationException.NotVerified(target.name(), id);
            }
        });
    }

    private Optional<String> storedId(Bso bso) {
        return resealing.clearId(bso).map(target::storedId);
    }

    /** 2.0 has no negative ones, which say no more than "unimportant". */
    private @Nullable Integer sortindex(Bso bso) {
        Integer sortindex = bso.sortindex();
        boolean legal = sortindex == null || sortindex >= 0 || protocol == StorageProtocol.V15;
        return legal ? sortindex : null;
    }
}
