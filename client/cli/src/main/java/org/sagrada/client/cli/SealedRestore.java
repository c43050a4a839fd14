package org.sagrada.client.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Account;
import org.sagrada.client.cli.backup.BackupFile;
import org.sagrada.client.cli.backup.BackupRecord;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.crypto.CollectionKeys;
import org.sagrada.client.crypto.CryptoKeys;
import org.sagrada.client.crypto.RecordCipher;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.storage.Upload;
import org.sagrada.client.vault.VaultKeys;

/**
 * Brings sealed records back as they were, keys included. That is possible only where the account's key opens the backup's keys,
 * and where the server has the same keys or none.
 */
final class SealedRestore {

    private static final int CHUNK = 500;
    private static final String META = "meta";

    private final Account account;
    private final SecureRandom random;
    private final StorageClient storage;
    private final BackupFile backup;
    private final boolean keep;
    private final List<String> wanted;
    private final Surroundings surroundings;
    private final List<BsoWrite> waiting = new ArrayList<>();
    private @Nullable String collection;
    private Set<String> there = Set.of();
    private long written;

    SealedRestore(Surroundings surroundings, DataOption option, BackupFile backup, boolean keep, List<String> wanted) {
        this.surroundings = surroundings;
        this.account = option.account(surroundings);
        this.random = surroundings.random();
        this.storage = option.storage(surroundings);
        this.backup = backup;
        this.keep = keep;
        this.wanted = wanted;
    }

    long run(String keys, long total) throws IOException {
        if (!opens(keys)) {
            throw new RefusedException(
                    "the backup's keys aren't this account's: it was made of another account, or before a"
                            + " reset. A backup in clear can be restored anywhere");
        }
        Optional<Bso> present = storage.collection(CryptoKeys.COLLECTION).get(CryptoKeys.ID);
        if (present.isPresent() && !present.get().payload().equals(keys)) {
            throw new RefusedException(
                    "the server has other keys than the backup, and records sealed with them; nothing was"
                            + " changed. A backup in clear can be restored anyway");
        }
        // What the records are, and the keys, before the records: whoever reads meanwhile understands what is there.
        backup.forEach(record -> {
            if (record.collection().equals(META) && present.isEmpty()) {
                put(record);
            }
        });
        if (present.isEmpty()) {
            storage.collection(CryptoKeys.COLLECTION).ifUnmodifiedSince(0).put(BsoWrite.of(CryptoKeys.ID, keys));
            written++;
        }
        try (ProgressBar bar = new ProgressBar(surroundings, "records", total)) {
            backup.forEach(record -> {
                if (isOrdinary(record)) {
                    add(record);
                    bar.advance();
                }
            });
            flush();
        }
        return written;
    }

    private boolean opens(String keys) {
        VaultKeys own = account.vaultKeys();
        try {
            if (keys.contains("\"ciphertext\"")) {
                CryptoKeys.open(keys, RecordCipher.format5(own.format5(), random));
            } else {
                CollectionKeys.openWithParent(keys, own.format6(), random);
            }
            return true;
        } catch (BadRecordException otherAccount) {
            return false;
        }
    }

    private boolean isOrdinary(BackupRecord record) {
        return record.payload() != null
                && !record.collection().equals(META)
                && !record.collection().equals(CryptoKeys.COLLECTION)
                && (wanted.isEmpty() || wanted.contains(record.collection()));
    }

    private void put(BackupRecord record) {
        storage.collection(record.collection()).put(write(record));
        written++;
    }

    private static BsoWrite write(BackupRecord record) {
        return new BsoWrite(record.id(), record.payload(), record.sortindex(), null);
    }

    private void add(BackupRecord record) {
        if (!record.collection().equals(collection)) {
            flush();
            collection = record.collection();
            there = keep ? new HashSet<>(storage.collection(record.collection()).ids(BsoQuery.all())) : Set.of();
        }
        if (there.contains(record.id())) {
            return;
        }
        waiting.add(write(record));
        if (waiting.size() == CHUNK) {
            flush();
        }
    }

    private void flush() {
        String name = collection;
        if (name == null || waiting.isEmpty()) {
            return;
        }
        Upload upload = storage.collection(name).upload(waiting);
        written += upload.stored().size();
        if (!upload.refused().isEmpty()) {
            throw new RefusedException("the server refused " + upload.refused().size() + " records of " + name
                    + ", one of them " + upload.refused().entrySet().iterator().next());
        }
        waiting.clear();
    }
}
