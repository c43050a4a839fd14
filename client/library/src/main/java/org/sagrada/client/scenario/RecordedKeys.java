package org.sagrada.client.scenario;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.crypto.CryptoKeys;
import org.sagrada.client.crypto.KeyBundle;
import org.sagrada.client.crypto.RecordCipher;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.model.onepw.SyncKeys;
import org.sagrada.model.storage.RecordIdMapping;

/** The keys of the recorded records, opened with the recorded account's key. */
final class RecordedKeys {

    private static final String META = "meta";

    private final RecordCipher syncKeys;
    private final CryptoKeys keys;
    private final SecureRandom random;

    private RecordedKeys(RecordCipher syncKeys, CryptoKeys keys, SecureRandom random) {
        this.syncKeys = syncKeys;
        this.keys = keys;
        this.random = random;
    }

    static RecordedKeys of(Recording recording, SecureRandom random) {
        RecordCipher syncKeys = RecordCipher.format5(KeyBundle.of(SyncKeys.of(recording.kB())), random);
        BsoWrite record = recording
                .finalState()
                .getOrDefault(CryptoKeys.COLLECTION, Map.of())
                .get(CryptoKeys.ID);
        String payload = record == null ? null : record.payload();
        try {
            return new RecordedKeys(
                    syncKeys, CryptoKeys.open(Objects.requireNonNull(payload, "crypto/keys"), syncKeys), random);
        } catch (BadRecordException broken) {
            throw new ScenarioFailedException("the recording's key doesn't open its crypto/keys");
        }
    }

    /** Whether a record is one of those that are encrypted. */
    boolean isEncrypted(String collection) {
        return !collection.equals(META);
    }

    /** The cleartext of a record, which must name the record it is in. */
    Json open(String collection, String id, String payload) {
        try {
            Json cleartext = Json.parse(cipher(collection).open(payload));
            if (RecordIdMapping.toV20(cleartext.text("id")).equals(id)) {
                return cleartext;
            }
        } catch (BadRecordException broken) {
            // Said below.
        }
        throw new ScenarioFailedException(collection + "/" + id + " doesn't open with the recorded key");
    }

    String tombstone(String collection, String id) {
        return cipher(collection).sealTombstone(id);
    }

    /** The record's cleartext with another title, sealed again. */
    String edited(String collection, String id, String payload) {
        Map<String, Object> cleartext =
                new LinkedHashMap<>(open(collection, id, payload).asMap());
        cleartext.put("title", "Edited by device A");
        return cipher(collection).seal(Json.format(cleartext));
    }

    private RecordCipher cipher(String collection) {
        return collection.equals(CryptoKeys.COLLECTION) ? syncKeys : RecordCipher.format5(keys.of(collection), random);
    }
}
