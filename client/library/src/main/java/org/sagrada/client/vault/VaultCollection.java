package org.sagrada.client.vault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.sagrada.client.storage.StorageException;
import org.sagrada.client.storage.Upload;

/**
 * One collection in clear. Ids are those of the cleartext; where SyncStorage 2.0 doesn't allow one, it is mapped on the way. Methods
 * that write throw a {@link VaultException} and write nothing if another device changed the keys.
 */
public final class VaultCollection {

    private final RecordCollection records;
    private final Vault vault;

    VaultCollection(RecordCollection records, Vault vault) {
        this.records = records;
        this.vault = vault;
    }

    /**
     * One record in clear; empty if there is none. A tombstone is a record.
     *
     * @throws BadRecordException if it can't be opened, or isn't this record
     */
    public Optional<Json> get(String id) throws BadRecordException {
        Optional<Bso> bso = records.get(records.storedId(id));
        if (bso.isEmpty()) {
            return Optional.empty();
        }
        RecordCipher cipher = vault.cipherForReading(records.name()).orElseThrow(BadRecordException::new);
        return Optional.of(cipher.open(id, bso.get().payload()));
    }

    /**
     * Seals and writes a record as a whole.
     *
     * @param fields without the id
     * @return the version of the collection afterwards
     */
    public long put(String id, Map<String, Object> fields) {
        return records.put(BsoWrite.of(records.storedId(id), seal(writing(), id, fields)));
    }

    /**
     * Seals and writes many records, if the collection hasn't changed since a version.
     *
     * @param contents by id; an empty one leaves a tombstone
     * @return what was written, by the ids given here
     * @throws StorageException.Modified if it has
     */
    public Upload upload(Map<String, Optional<Map<String, Object>>> contents, long unmodifiedSince) {
        RecordCipher cipher = writing();
        Map<String, String> ids = new LinkedHashMap<>();
        List<BsoWrite> writes = new ArrayList<>();
        contents.forEach((id, content) -> {
            String mapped = records.storedId(id);
            ids.put(mapped, id);
            writes.add(BsoWrite.of(
                    mapped, content.map(fields -> seal(cipher, id, fields)).orElseGet(() -> cipher.sealTombstone(id))));
        });
        Upload upload = records.ifUnmodifiedSince(unmodifiedSince).upload(writes);
        Map<String, List<String>> refused = new LinkedHashMap<>();
        upload.refused().forEach((id, reasons) -> refused.put(ids.getOrDefault(id, id), reasons));
        return new Upload(
                upload.version(),
                upload.stored().stream().map(id -> ids.getOrDefault(id, id)).toList(),
                refused);
    }

    private RecordCipher writing() {
        return vault.cipherForWriting(records.name());
    }

    private static String seal(RecordCipher cipher, String id, Map<String, Object> fields) {
        Map<String, Object> cleartext = new LinkedHashMap<>();
        cleartext.put("id", id);
        cleartext.putAll(fields);
        cleartext.put("id", id);
        return cipher.seal(Json.format(cleartext));
    }

    /** Overwrites a record with a tombstone, so that other devices delete theirs. */
    public long delete(String id) {
        return records.put(BsoWrite.of(records.storedId(id), writing().sealTombstone(id)));
    }

    /**
     * Hands over records while they arrive.
     *
     * @return the version of the collection; 0 if there is none
     */
    public long readEach(BsoQuery query, Consumer<Opened> receiver) {
        Optional<RecordCipher> cipher = vault.cipherForReading(records.name());
        return records.readEach(
                query, bso -> receiver.accept(cipher.isPresent() ? open(cipher.get(), bso) : new Opened(bso, null)));
    }

    /** The cleartext's id of a stored one, as far as it tells. */
    public String clearId(String storedId) {
        return records.clearId(storedId);
    }

    /**
     * A record that was read.
     *
     * @param cleartext null if it can't be opened, or isn't the record it is stored as
     */
    public record Opened(Bso bso, @Nullable Json cleartext) {}

    private Opened open(RecordCipher cipher, Bso bso) {
        try {
            Json cleartext = Json.parse(cipher.open(bso.payload()));
            String id = cleartext.textOrNull("id");
            boolean inPlace = id != null && records.storedId(id).equals(bso.id());
            return new Opened(bso, inPlace ? cleartext : null);
        } catch (BadRecordException | UnexpectedAnswerException | IllegalArgumentException broken) {
            return new Opened(bso, null);
        }
    }
}
