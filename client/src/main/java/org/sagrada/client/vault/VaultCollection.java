package org.sagrada.client.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.crypto.RecordCipher;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.RecordCollection;
import org.sagrada.model.storage.RecordIdMapping;

/** One collection in clear. Ids are those of the cleartext; where SyncStorage 2.0 doesn't allow one, it is mapped on the way. */
public final class VaultCollection {

    private final RecordCollection records;
    private final RecordCipher cipher;

    VaultCollection(RecordCollection records, RecordCipher cipher) {
        this.records = records;
        this.cipher = cipher;
    }

    /**
     * One record in clear; empty if there is none. A tombstone is a record.
     *
     * @throws BadRecordException if it can't be opened, or isn't this record
     */
    public Optional<Json> get(String id) throws BadRecordException {
        Optional<Bso> bso = records.get(RecordIdMapping.toV20(id));
        return bso.isPresent() ? Optional.of(cipher.open(id, bso.get().payload())) : Optional.empty();
    }

    /**
     * Seals and writes a record as a whole.
     *
     * @param fields without the id
     * @return the version of the collection afterwards
     */
    public long put(String id, Map<String, Object> fields) {
        Map<String, Object> cleartext = new LinkedHashMap<>();
        cleartext.put("id", id);
        cleartext.putAll(fields);
        cleartext.put("id", id);
        return records.put(BsoWrite.of(RecordIdMapping.toV20(id), cipher.seal(Json.format(cleartext))));
    }

    /** Overwrites a record with a tombstone, so that other devices delete theirs. */
    public long delete(String id) {
        return records.put(BsoWrite.of(RecordIdMapping.toV20(id), cipher.sealTombstone(id)));
    }

    /**
     * Hands over records while they arrive.
     *
     * @return the version of the collection; 0 if there is none
     */
    public long readEach(BsoQuery query, Consumer<Opened> receiver) {
        return records.readEach(query, bso -> receiver.accept(open(bso)));
    }

    /**
     * A record that was read.
     *
     * @param cleartext null if it can't be opened, or isn't the record it is stored as
     */
    public record Opened(Bso bso, @Nullable Json cleartext) {}

    private Opened open(Bso bso) {
        try {
            Json cleartext = Json.parse(cipher.open(bso.payload()));
            String id = cleartext.textOrNull("id");
            boolean inPlace = id != null && RecordIdMapping.toV20(id).equals(bso.id());
            return new Opened(bso, inPlace ? cleartext : null);
        } catch (BadRecordException | UnexpectedAnswerException | IllegalArgumentException broken) {
            return new Opened(bso, null);
        }
    }
}
