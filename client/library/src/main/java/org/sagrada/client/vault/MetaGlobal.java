package org.sagrada.client.vault;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.model.crypto.Base64Url;

/**
 * The record {@code meta/global}, the only one in clear: which format everything has, and which kinds of data are synced.
 *
 * @param members all of it, what this client doesn't know included
 */
public record MetaGlobal(StorageFormat format, Map<String, Object> members) {

    /** The collection that holds the record. */
    public static final String COLLECTION = "meta";

    /** The record's id. */
    public static final String ID = "global";

    private static final String FORMAT = "storageVersion";
    private static final String SYNC_ID = "syncID";
    private static final int SYNC_ID_BYTES = 9;

    public MetaGlobal {
        members = new LinkedHashMap<>(members);
    }

    /** One that nobody has seen yet, of a store without data. */
    public static MetaGlobal create(StorageFormat format, SecureRandom random) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(SYNC_ID, newSyncId(random));
        members.put(FORMAT, format.number());
        members.put(format.listName(), Map.of());
        members.put("declined", List.of());
        return new MetaGlobal(format, members);
    }

    /**
     * Reads a payload.
     *
     * @throws VaultException.OtherFormat if it is of a format that this client doesn't know
     * @throws VaultException.Unintelligible if it isn't such a record
     */
    public static MetaGlobal parse(String payload) {
        try {
            Json json = Json.parse(payload);
            long number = json.number(FORMAT);
            StorageFormat format = StorageFormat.of(number).orElseThrow(() -> new VaultException.OtherFormat(number));
            return new MetaGlobal(format, json.asMap());
        } catch (UnexpectedAnswerException malformed) {
            throw new VaultException.Unintelligible();
        }
    }

    /** Changes when somebody starts afresh: forget what was synced then. */
    public String syncId() {
        return members.get(SYNC_ID) instanceof String text ? text : "";
    }

    /** The kinds of data and their versions, as the record has them. */
    public Map<String, Object> repositories() {
        boolean listed = members.get(format.listName()) instanceof Map<?, ?>;
        return listed ? Json.of(members).object(format.listName()).asMap() : Map.of();
    }

    /** The same kinds of data in another format, under a new sync id. */
    public MetaGlobal in(StorageFormat other, SecureRandom random) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.remove(format.listName());
        changed.put(FORMAT, other.number());
        changed.put(SYNC_ID, newSyncId(random));
        changed.put(other.listName(), repositories());
        return new MetaGlobal(other, changed);
    }

    /** The same without any kinds of data, so that others wait. */
    public MetaGlobal withoutRepositories() {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.put(format.listName(), Map.of());
        return new MetaGlobal(format, changed);
    }

    /** The payload. */
    public String payload() {
        return Json.format(members);
    }

    private static String newSyncId(SecureRandom random) {
        byte[] syncId = new byte[SYNC_ID_BYTES];
        random.nextBytes(syncId);
        return Base64Url.encode(syncId);
    }
}
