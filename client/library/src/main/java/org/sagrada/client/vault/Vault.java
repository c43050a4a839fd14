package org.sagrada.client.vault;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.sagrada.client.crypto.KeyBundle;
import org.sagrada.client.crypto.RecordCipher;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.CollectionVersions;
import org.sagrada.client.storage.RecordCollection;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.storage.StorageException;

/**
 * A user's records, sealed with the keys that all of the user's devices share. The first device makes the keys; if two are first at
 * once, a precondition decides, and the other takes what won. Before a device writes, it makes sure that the keys it holds are still
 * the user's.
 */
public final class Vault {

    private static final int ATTEMPTS = 4;

    private final StorageClient storage;
    private final VaultKeys vaultKeys;
    private final StorageFormat format;
    private final Tier tier;
    private final SecureRandom random;
    private Keyring keyring;
    private long recordVersion;
    private long checkedVersion;

    private Vault(
            StorageClient storage,
            VaultKeys vaultKeys,
            StorageFormat format,
            Tier tier,
            SecureRandom random,
            Bso record) {
        this.storage = storage;
        this.vaultKeys = vaultKeys;
        this.format = format;
        this.tier = tier;
        this.random = random;
        this.keyring = Keyring.open(format, record.payload(), vaultKeys, random);
        this.recordVersion = record.version();
        this.checkedVersion = record.version();
    }

    /**
     * Opens the vault, or makes one of storage format 5 where the server holds nothing yet.
     *
     * @throws VaultException if what is there isn't for these keys or this client
     */
    public static Vault openOrCreate(StorageClient storage, VaultKeys keys, SecureRandom random) {
        return openOrCreate(storage, keys, StorageFormat.FORMAT_5, random);
    }

    /**
     * Opens the vault of whatever format, or makes one where the server holds nothing yet.
     *
     * @param format of a new vault
     * @throws VaultException if what is there isn't for these keys or this client
     */
    public static Vault openOrCreate(StorageClient storage, VaultKeys keys, StorageFormat format, SecureRandom random) {
        Optional<Vault> there = open(storage, keys, random);
        if (there.isPresent()) {
            return there.get();
        }
        if (!dataCollections(storage).isEmpty()) {
            // Perhaps another device was faster; otherwise new keys would lock up what is there.
            return open(storage, keys, random).orElseThrow(VaultException.KeysLost::new);
        }
        return create(storage, keys, format, random);
    }

    /**
     * Deletes everything on the server and makes a new vault. All other devices upload what they have anew.
     *
     * @throws VaultException.WrongKeys if a device with other keys does the same at the same time
     */
    public static Vault startAfresh(StorageClient storage, VaultKeys keys, StorageFormat format, SecureRandom random) {
        storage.deleteEverything();
        return create(storage, keys, format, random);
    }

    private static Vault create(StorageClient storage, VaultKeys keys, StorageFormat format, SecureRandom random) {
        createIfAbsent(
                storage.collection(MetaGlobal.COLLECTION),
                BsoWrite.of(MetaGlobal.ID, MetaGlobal.create(format, random).payload()));
        // Another device may have been faster, with another format.
        StorageFormat decided = meta(storage).map(MetaGlobal::format).orElse(format);
        createIfAbsent(
                storage.collection(Keyring.COLLECTION),
                BsoWrite.of(Keyring.ID, Keyring.create(decided, random).seal(keys, random)));
        return open(storage, keys, random).orElseThrow(VaultException.KeysLost::new);
    }

    /**
     * Opens the vault as a client of the first tier, if there is one.
     *
     * @throws VaultException if what is there isn't for these keys or this client
     */
    public static Optional<Vault> open(StorageClient storage, VaultKeys keys, SecureRandom random) {
        return open(storage, keys, Tier.FIRST, random);
    }

    /**
     * Opens the vault, if there is one.
     *
     * @throws VaultException if what is there isn't for these keys or this client
     */
    public static Optional<Vault> open(StorageClient storage, VaultKeys keys, Tier tier, SecureRandom random) {
        StorageFormat format = meta(storage).map(MetaGlobal::format).orElse(StorageFormat.FORMAT_5);
        return storage.collection(Keyring.COLLECTION)
                .get(Keyring.ID)
                .map(record -> new Vault(storage, keys, format, tier, random, record));
    }

    /** The record {@code meta/global}, if there is one. */
    public static Optional<MetaGlobal> meta(StorageClient storage) {
        return storage.collection(MetaGlobal.COLLECTION).get(MetaGlobal.ID).map(bso -> MetaGlobal.parse(bso.payload()));
    }

    /** The format of everything in it. */
    public StorageFormat format() {
        return format;
    }

    /** A collection, whether it exists or not. */
    public VaultCollection collection(String name) {
        return new VaultCollection(storage.collection(name), this);
    }

    /** The collections that hold the user's own records. */
    public List<String> collections() {
        return dataCollections(storage);
    }

    private static List<String> dataCollections(StorageClient storage) {
        return storage.collections().versions().keySet().stream()
                .filter(name -> !name.equals(MetaGlobal.COLLECTION) && !name.equals(Keyring.COLLECTION))
                .sorted()
                .toList();
    }

    /**
     * Seals the keys anew with what follows from another kB, after a reset of the password: whoever still has the keys does this, and
     * all records stay as they are.
     *
     * @throws StorageException.Modified if the keys changed meanwhile
     */
    public synchronized void sealFor(VaultKeys newKeys) {
        requireFirstTier(Keyring.COLLECTION);
        write(keyring, newKeys);
    }

    synchronized Optional<RecordCipher> cipherForReading(String collection) {
        return keyring.cipherOf(collection, random);
    }

    /**
     * What seals a collection's records, once it is sure that no other device changed the keys.
     *
     * @throws VaultException.KeysChanged if one did; the new ones are used from now on
     * @throws VaultException.NoKeyYet if there is none, and this client may not make one
     */
    synchronized RecordCipher cipherForWriting(String collection) {
        requireCurrentKeys(collection);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<KeyBundle> bundle = keyring.of(collection);
            if (bundle.isPresent()) {
                return keyring.cipher(bundle.get(), random);
            }
            requireFirstTier(collection);
            try {
                Keyring more = keyring.with(collection, random);
                write(more, vaultKeys);
                keyring = more;
            } catch (StorageException.Modified fasterDevice) {
                reload();
            }
        }
        throw new VaultException.KeysChanged(collection);
    }

    private void requireCurrentKeys(String collection) {
        CollectionVersions versions = storage.collections();
        long current = versions.of(Keyring.COLLECTION);
        if (current == checkedVersion) {
            return;
        }
        Optional<KeyBundle> before = keyring.of(collection);
        reload();
        checkedVersion = current;
        if (before.isPresent() && !before.equals(keyring.of(collection))) {
            throw new VaultException.KeysChanged(collection);
        }
    }

    private void reload() {
        Bso record = storage.collection(Keyring.COLLECTION).get(Keyring.ID).orElseThrow(VaultException.KeysLost::new);
        keyring = Keyring.open(format, record.payload(), vaultKeys, random);
        recordVersion = record.version();
    }

    private void write(Keyring changed, VaultKeys keys) {
        recordVersion = storage.collection(Keyring.COLLECTION)
                .ifUnmodifiedSince(recordVersion)
                .put(BsoWrite.of(Keyring.ID, changed.seal(keys, random)));
        checkedVersion = recordVersion;
    }

    private void requireFirstTier(String collection) {
        if (tier == Tier.SECOND) {
            throw new VaultException.NoKeyYet(collection);
        }
    }

    private static void createIfAbsent(RecordCollection collection, BsoWrite bso) {
        try {
            collection.ifUnmodifiedSince(0).put(bso);
        } catch (StorageException.Modified fasterDevice) {
            // Its record counts, and is read next.
        }
    }
}
