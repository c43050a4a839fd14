package org.sagrada.client.scenario;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sagrada.client.Account;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.CollectionVersions;
import org.sagrada.client.storage.RecordCollection;
import org.sagrada.client.storage.Upload;

/** One of the user's devices: writes with care for what others wrote, and reads everything or what is new. */
final class Device {

    private final Account account;

    Device(Account account) {
        this.account = account;
    }

    Account account() {
        return account;
    }

    CollectionVersions versions() {
        return account.storage().collections();
    }

    RecordCollection collection(String name) {
        return account.storage().collection(name);
    }

    /** Uploads one thing the browser uploaded, provided that nobody else wrote to the collection since this device looked. */
    void upload(RecordedUpload upload) {
        RecordCollection collection = collection(upload.collection());
        if (upload.single()) {
            BsoWrite bso = upload.records().get(0);
            long version = collection.get(bso.id()).map(Bso::version).orElse(0L);
            collection.ifUnmodifiedSince(version).put(bso);
        } else {
            write(upload.collection(), versions().of(upload.collection()), upload.records());
        }
    }

    void write(String name, long version, List<BsoWrite> records) {
        Upload result = collection(name).ifUnmodifiedSince(version).upload(records);
        Expect.that(result.refused().isEmpty(), "the storage refused records of " + name + ": " + result.refused());
        Expect.equal(records.size(), result.stored().size(), "records of " + name + " that were stored");
    }

    /** Every record of every collection, or only what changed after a version; by collection and id. */
    Map<String, Map<String, Bso>> read(BsoQuery query) {
        Map<String, Map<String, Bso>> all = new LinkedHashMap<>();
        for (String name : versions().versions().keySet()) {
            Map<String, Bso> records = new LinkedHashMap<>();
            for (Bso bso : collection(name).read(query).records()) {
                Expect.that(records.put(bso.id(), bso) == null, name + "/" + bso.id() + " came twice");
            }
            if (!records.isEmpty()) {
                all.put(name, records);
            }
        }
        return all;
    }

    Set<String> list(String name) {
        return new LinkedHashSet<>(collection(name).ids(BsoQuery.all()));
    }
}
