package org.sagrada.client.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.model.crypto.Hkdf;
import org.sagrada.model.onepw.Key32;

/**
 * The keys of all collections in storage format 6: a crypto record. Each collection has a bundle of its own; the sync key, a random
 * bundle, seals them, and the names with them. The sync key itself is sealed with a parent that follows from kB.
 *
 * @param syncKey seals the bundles
 * @param collections bundles by the collection's name
 */
public record CollectionKeys(KeyBundle syncKey, Map<String, KeyBundle> collections) {

    /** The collection that holds crypto records. */
    public static final String COLLECTION = "crypto";

    /** The id of the one crypto record that these clients agree on. */
    public static final String ID = "keys";

    private static final byte[] WRAP_INFO = "sagrada/storage-format-6/sync-key-wrap".getBytes(UTF_8);

    public CollectionKeys {
        collections = Map.copyOf(collections);
    }

    /** The parent that seals the sync key: it follows from kB and is good for nothing else. */
    public static KeyBundle parent(Key32 kB) {
        return KeyBundle.ofBytes(Hkdf.derive(kB.bytes(), WRAP_INFO, 2 * Key32.LENGTH));
    }

    /** The bundle of a collection; there is no default. */
    public Optional<KeyBundle> of(String collection) {
        return Optional.ofNullable(collections.get(collection));
    }

    /** The same with one more collection, under a new bundle. */
    public CollectionKeys with(String collection, SecureRandom random) {
        Map<String, KeyBundle> more = new LinkedHashMap<>(collections);
        more.putIfAbsent(collection, KeyBundle.random(random));
        return new CollectionKeys(syncKey, more);
    }

    /**
     * The record's payload.
     *
     * @param parent seals the sync key; null leaves it out, for readers who have it from elsewhere
     */
    public String seal(@Nullable KeyBundle parent, SecureRandom random) {
        Format6Cipher cipher = new Format6Cipher(syncKey, random);
        Map<String, Object> mapping = new LinkedHashMap<>();
        collections.keySet().stream()
                .sorted()
                .forEach(name ->
                        mapping.put(name, cipher.seal(of(name).orElseThrow().bytes())));
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("data", cipher.seal(Json.format(mapping)));
        if (parent != null) {
            payload.put("encryptingKey", new Format6Cipher(parent, random).seal(syncKey.bytes()));
        }
        return Json.format(payload);
    }

    /**
     * Opens a payload whose sync key is sealed in it.
     *
     * @throws BadRecordException for every reason there may be
     */
    public static CollectionKeys openWithParent(String payload, KeyBundle parent, SecureRandom random)
            throws BadRecordException {
        try {
            String sealed = Json.parse(payload).text("encryptingKey");
            return open(payload, KeyBundle.ofBytes(new Format6Cipher(parent, random).openBytes(sealed)), random);
        } catch (UnexpectedAnswerException | IllegalArgumentException malformed) {
            throw new BadRecordException();
        }
    }

    /**
     * Opens a payload with the sync key.
     *
     * @throws BadRecordException for every reason there may be
     */
    public static CollectionKeys open(String payload, KeyBundle syncKey, SecureRandom random)
            throws BadRecordException {
        Format6Cipher cipher = new Format6Cipher(syncKey, random);
        try {
            Json mapping = Json.parse(cipher.open(Json.parse(payload).text("data")));
            Map<String, KeyBundle> collections = new LinkedHashMap<>();
            for (String name : mapping.asMap().keySet()) {
                collections.put(name, KeyBundle.ofBytes(cipher.openBytes(mapping.text(name))));
            }
            return new CollectionKeys(syncKey, collections);
        } catch (UnexpectedAnswerException | IllegalArgumentException malformed) {
            throw new BadRecordException();
        }
    }
}
