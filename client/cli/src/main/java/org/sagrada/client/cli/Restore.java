package org.sagrada.client.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.cli.backup.BackupFile;
import org.sagrada.client.cli.backup.BackupRecord;
import org.sagrada.client.crypto.CryptoKeys;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.vault.Vault;
import org.sagrada.model.storage.RecordIdMapping;

/** Brings the records of a backup back to the server: first reads all of it, then writes. */
final class Restore {

    private final Surroundings surroundings;
    private final DataOption option;
    private final BackupFile backup;
    private final boolean keep;
    private final List<String> wanted;

    private long clear;
    private long sealed;
    private long tombstones;
    private @Nullable String keys;

    Restore(Surroundings surroundings, DataOption option, BackupFile backup, boolean keep, List<String> wanted) {
        this.surroundings = surroundings;
        this.option = option;
        this.backup = backup;
        this.keep = keep;
        this.wanted = wanted;
    }

    int run() throws IOException {
        backup.forEach(this::inspect);
        if (clear + sealed + tombstones == 0) {
            throw new RefusedException("the backup has no records" + (wanted.isEmpty() ? "" : " of " + wanted));
        }
        String payload = keys;
        return payload == null ? restoreClear() : restoreSealed(payload);
    }

    private void inspect(BackupRecord record) {
        if (isKeys(record)) {
            keys = record.payload();
        }
        if (!isWanted(record)) {
            return;
        }
        if (record.isTombstone()) {
            tombstones++;
        } else if (record.cleartext() != null) {
            clear++;
        } else {
            sealed++;
        }
    }

    private static boolean isKeys(BackupRecord record) {
        return record.collection().equals(CryptoKeys.COLLECTION) && record.id().equals(CryptoKeys.ID);
    }

    private boolean isWanted(BackupRecord record) {
        return wanted.isEmpty() || wanted.contains(record.collection());
    }

    private int restoreClear() throws IOException {
        Vault vault = option.openedVault(surroundings);
        StorageClient storage = option.storage(surroundings);
        Chunks chunks = new Chunks(surroundings, storage);
        Map<String, Set<String>> there = new HashMap<>();
        try (ProgressBar bar = new ProgressBar(surroundings, "records", clear)) {
            backup.forEach(record -> {
                Map<String, Object> fields = record.cleartext();
                if (fields == null || record.isTombstone() || !isWanted(record)) {
                    return;
                }
                bar.advance();
                if (!keep || isNew(storage, there, record)) {
                    String id = fields.get("id") instanceof String own ? own : record.id();
                    chunks.add(record.collection(), vault.collection(record.collection()), id, fields);
                }
            });
            chunks.flush();
        }
        surroundings.out().println(Counted.of(chunks.stored(), "record") + " restored.");
        leftOut(tombstones, "of deletions");
        leftOut(sealed, "that couldn't be opened when the backup was made");
        return chunks.report();
    }

    private static boolean isNew(StorageClient storage, Map<String, Set<String>> there, BackupRecord record) {
        return !there.computeIfAbsent(
                        record.collection(),
                        name -> new HashSet<>(storage.collection(name).ids(BsoQuery.all())))
                .contains(RecordIdMapping.toV20(record.id()));
    }

    private int restoreSealed(String payload) throws IOException {
        long written = new SealedRestore(surroundings, option, backup, keep, wanted).run(payload, sealed);
        surroundings.out().println(Counted.of(written, "record") + " restored as they were.");
        return 0;
    }

    private void leftOut(long count, String which) {
        if (count > 0) {
            surroundings.err().println("Left out: " + Counted.of(count, "record") + " " + which + ".");
        }
    }
}
