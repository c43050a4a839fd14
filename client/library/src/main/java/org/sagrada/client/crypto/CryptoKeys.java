package org.sagrada.client.crypto;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.model.onepw.Key32;

/**
 * The keys of all collections: the record {@code crypto/keys} of storage format 5, sealed with the bundle that follows from
 * kB.
 *
 * @param defaultKeys of every collection that has none of its own
 * @param collections keys by the collection's name
 */
public record CryptoKeys(KeyBundle defaultKeys, Map<String, KeyBundle> collections) {

    /** The collection that holds the record. */
    public static final String COLLECTION = "crypto";

    /** The record's id. */
    public static final String ID = "keys";

    public CryptoKeys {
        collections = Map.copyOf(collections);
    }

    /** The keys of one collection. */
    public KeyBundle of(String collection) {
        return collections.getOrDefault(collection, defaultKeys);
    }

    /** The record's payload, sealed. */
    public String seal(RecordCipher cipher) {
        Map<String, Object> own = new LinkedHashMap<>();
        collections.forEach((name, keys) -> own.put(name, pair(keys)));
        Map<String, Object> cleartext = new LinkedHashMap<>();
        cleartext.put("id", ID);
        cleartext.put("collection", COLLECTION);
        cleartext.put("collections", own);
        cleartext.put("default", pair(defaultKeys));
        return cipher.seal(Json.format(cleartext));
    }

    /**
     * Opens the record's payload.
     *
     * @throws BadRecordException for every reason there may be
     */
    public static CryptoKeys open(String payload, RecordCipher cipher) throws BadRecordException {
        Json cleartext = cipher.open(ID, payload);
        try {
            Json own = cleartext.object("collections");
            Map<String, KeyBundle> collections = new LinkedHashMap<>();
            for (String name : own.asMap().keySet()) {
                collections.put(name, bundle(own.list(name)));
            }
            return new CryptoKeys(bundle(cleartext.list("default")), collections);
        } catch (UnexpectedAnswerException | IllegalArgumentException malformed) {
            throw new BadRecordException();
        }
    }

    private static List<String> pair(KeyBundle keys) {
        Base64.Encoder base64 = Base64.getEncoder();
        return List.of(
                base64.encodeToString(keys.encryptionKey().bytes()),
                base64.encodeToString(keys.hmacKey().bytes()));
    }

    private static KeyBundle bundle(List<?> pair) {
        if (pair.size() == 2 && pair.get(0) instanceof String first && pair.get(1) instanceof String second) {
            return new KeyBundle(key(first), key(second));
        }
        throw new IllegalArgumentException("keys come in pairs");
    }

    private static Key32 key(String base64) {
        return Key32.of(Base64.getDecoder().decode(base64));
    }
}
