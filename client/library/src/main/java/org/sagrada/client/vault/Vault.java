package org.sagrada.client.vault;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.crypto.CryptoKeys;
import org.sagrada.client.crypto.KeyBundle;
import org.sagrada.client.crypto.RecordCipher;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.RecordCollection;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.storage.StorageException;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.onepw.SyncKeys;

/**
 * A user's records, sealed with the keys that all of the user's devices share. The first device makes the keys; if two are first at
 * once, a precondition decides, and the other takes what won.
 */
public final class Vault {

    private static final String META = "meta";
    private static final String GLOBAL = "global";
    private static final long FORMAT = 5;
    private static final int SYNC_ID_BYTES = 9;

    private final StorageClient storage;
    private final CryptoKeys keys;
    private final SecureRandom random;

    private Vault(StorageClient storage, CryptoKeys keys, SecureRandom random) {
        this.storage = storage;
        this.keys = keys;
        this.random = random;
    }

    /**
     * Opens the vault, or makes one where the server holds nothing yet.
     *
     * @throws VaultException if what is there isn't for these keys or this client
     */
    public static Vault openOrCreate(StorageClient storage, SyncKeys syncKeys, SecureRandom random) {
        Optional<Vault> there = open(storage, syncKeys, random);
        if (there.isPresent()) {
            return there.get();
        }
        createIfAbsent(storage.collection(META), BsoWrite.of(GLOBAL, metaGlobal(random)));
        RecordCipher cipher = RecordCipher.format5(KeyBundle.of(syncKeys), random);
        String sealed = new CryptoKeys(KeyBundle.random(random), Map.of()).seal(cipher);
        createIfAbsent(storage.collection(CryptoKeys.COLLECTION), BsoWrite.of(CryptoKeys.ID, sealed));
        return open(storage, syncKeys, random).orElseThrow(VaultException.WrongKeys::new);
    }

    /**
     * Opens the vault, if there is one.
     *
     * @throws VaultException if what is there isn't for these keys or this client
     */
    public static Optional<Vault> open(StorageClient storage, SyncKeys syncKeys, SecureRandom random) {
        Optional<Bso> global = storage.collection(META).get(GLOBAL);
        if (global.isPresent()) {
            long version = Json.parse(global.get().payload()).number("storageVersion");
            if (version != FORMAT) {
                throw new VaultException.OtherFormat(version);
            }
        }
        Optional<Bso> record = storage.collection(CryptoKeys.COLLECTION).get(CryptoKeys.ID);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        RecordCipher cipher = RecordCipher.format5(KeyBundle.of(syncKeys), random);
        try {
            CryptoKeys keys = CryptoKeys.open(record.get().payload(), cipher);
            return Optional.of(new Vault(storage, keys, random));
        } catch (BadRecordException otherKeys) {
            throw new VaultException.WrongKeys();
        }
    }

    /** A collection, whether it exists or not. */
    public VaultCollection collection(String name) {
        return new VaultCollection(storage.collection(name), RecordCipher.format5(keys.of(name), random));
    }

    /** The collections that hold the user's own records. */
    public List<String> collections() {
        return storage.collections().versions().keySet().stream()
                .filter(name -> !name.equals(META) && !name.equals(CryptoKeys.COLLECTION))
                .sorted()
                .toList();
    }

    private static void createIfAbsent(RecordCollection collection, BsoWrite bso) {
        try {
            collection.ifUnmodifiedSince(0).put(bso);
        } catch (StorageException.Modified fasterDevice) {
            // Its record counts, and is read next.
        }
    }

    private static String metaGlobal(SecureRandom random) {
        byte[] syncId = new byte[SYNC_ID_BYTES];
        random.nextBytes(syncId);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("syncID", Base64Url.encode(syncId));
        meta.put("storageVersion", FORMAT);
        meta.put("engines", Map.of());
        meta.put("declined", List.of());
        return Json.format(meta);
    }
}
