package org.sagrada.client.vault;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.crypto.CollectionKeys;
import org.sagrada.client.crypto.CryptoKeys;
import org.sagrada.client.crypto.KeyBundle;
import org.sagrada.client.crypto.RecordCipher;

/** The keys of all collections, in one of the formats. */
public sealed interface Keyring {

    /** The collection and the id of the record that holds the keys, in both formats. */
    String COLLECTION = CryptoKeys.COLLECTION;

    String ID = CryptoKeys.ID;

    /** New keys for a store without data. */
    static Keyring create(StorageFormat format, SecureRandom random) {
        return switch (format) {
            case FORMAT_5 -> new Of5(new CryptoKeys(KeyBundle.random(random), Map.of()));
            case FORMAT_6 -> new Of6(new CollectionKeys(KeyBundle.random(random), Map.of()));
        };
    }

    /**
     * Opens the record's payload.
     *
     * @throws VaultException.WrongKeys if it is sealed with others
     */
    static Keyring open(StorageFormat format, String payload, VaultKeys keys, SecureRandom random) {
        try {
            return switch (format) {
                case FORMAT_5 -> new Of5(CryptoKeys.open(payload, RecordCipher.format5(keys.format5(), random)));
                case FORMAT_6 -> new Of6(CollectionKeys.openWithParent(payload, keys.format6(), random));
            };
        } catch (BadRecordException otherKeys) {
            throw new VaultException.WrongKeys();
        }
    }

    /** The record's payload. */
    String seal(VaultKeys keys, SecureRandom random);

    /** The bundle of a collection, if there is one. */
    Optional<KeyBundle> of(String collection);

    /** The same with a bundle for one more collection. */
    Keyring with(String collection, SecureRandom random);

    /** What seals records with a bundle, in this format. */
    RecordCipher cipher(KeyBundle bundle, SecureRandom random);

    /** What opens and seals a collection's records; empty if there is no bundle for it. */
    default Optional<RecordCipher> cipherOf(String collection, SecureRandom random) {
        return of(collection).map(bundle -> cipher(bundle, random));
    }

    /** Of format 5: every collection has keys. */
    record Of5(CryptoKeys keys) implements Keyring {

        @Override
        public String seal(VaultKeys vaultKeys, SecureRandom random) {
            return keys.seal(RecordCipher.format5(vaultKeys.format5(), random));
        }

        @Override
        public Optional<KeyBundle> of(String collection) {
            return Optional.of(keys.of(collection));
        }

        @Override
        public Keyring with(String collection, SecureRandom random) {
            return this;
        }

        @Override
        public RecordCipher cipher(KeyBundle bundle, SecureRandom random) {
            return RecordCipher.format5(bundle, random);
        }
    }

    /** Of format 6: each collection has its own, or none yet. */
    record Of6(CollectionKeys keys) implements Keyring {

        @Override
        public String seal(VaultKeys vaultKeys, SecureRandom random) {
            return keys.seal(vaultKeys.format6(), random);
        }

        @Override
        public Optional<KeyBundle> of(String collection) {
            return keys.of(collection);
        }

        @Override
        public Keyring with(String collection, SecureRandom random) {
            return new Of6(keys.with(collection, random));
        }

        @Override
        public RecordCipher cipher(KeyBundle bundle, SecureRandom random) {
            return RecordCipher.format6(bundle, random);
        }
    }
}
