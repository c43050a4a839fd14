package org.sagrada.client.migrate;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sagrada.client.migrate.MigrationProgress.Step;
import org.sagrada.client.migrate.MigrationReport.Phase;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.CollectionVersions;
import org.sagrada.client.storage.RecordCollection;
import org.sagrada.client.storage.StorageException;
import org.sagrada.client.vault.Keyring;
import org.sagrada.client.vault.MetaGlobal;
import org.sagrada.client.vault.StorageFormat;

/**
 * Moves a user's records: to another server, through another protocol, into another storage format, or all at once. First
 * {@link #copy}, which only reads the source; then {@link #switchOver}; and when the user says so, {@link #deleteSource}. Each may be
 * killed at any point and be called again, on an object made with the same directory.
 *
 * <p>Between two stores the other one is filled and verified before the switch, which is the writing of {@code meta/global}. Within one
 * store, where the format is a property of all there is, the switch rewrites it from the copy on the device; that copy stays until
 * {@link #forgetCopy}.
 */
public final class Migration {

    private static final int ATTEMPTS = 4;

    private final LocalCopy copy;
    private final Journal journal;
    private final Side from;
    private final Side to;
    private final boolean inPlace;
    private final StorageFormat format;
    private final SecureRandom random;
    private final MigrationProgress progress;

    private Migration(
            Path directory,
            Side from,
            Side to,
            boolean inPlace,
            StorageFormat format,
            SecureRandom random,
            MigrationProgress progress) {
        this.copy = new LocalCopy(directory);
        this.journal = new Journal(copy);
        this.from = from;
        this.to = to;
        this.inPlace = inPlace;
        this.format = format;
        this.random = random;
        this.progress = progress;
    }

    /**
     * From one store to another, which has to be empty.
     *
     * @param directory for the copy, of this migration alone
     * @param format of the other store
     */
    public static Migration between(
            Path directory, Side from, Side to, StorageFormat format, SecureRandom random, MigrationProgress progress) {
        return new Migration(directory, from, to, false, format, random, progress);
    }

    /**
     * Within one store.
     *
     * @param directory for the copy, of this migration alone
     * @param from the store as it is read
     * @param to the same store as it is to be written: perhaps through another protocol
     * @param format to be
     */
    public static Migration inPlace(
            Path directory, Side from, Side to, StorageFormat format, SecureRandom random, MigrationProgress progress) {
        return new Migration(directory, from, to, true, format, random, progress);
    }

    /** How far it is. */
    public MigrationReport report() {
        return journal.report();
    }

    /**
     * Copies what isn't copied yet, and of two stores fills and verifies the other one. Called again it takes over what changed in the
     * meantime. The source isn't touched.
     *
     * @throws MigrationException.TargetNotEmpty if the other store holds records that aren't of this migration
     * @throws MigrationException.NotVerified if a record can't be read back
     */
    public MigrationReport copy() {
        if (journal.phase() == Phase.REWRITING || journal.phase() == Phase.SWITCHED) {
            return journal.report();
        }
        // From here on until all of it is at the other place, a switch would lose something.
        journal.begin();
        for (int attempt = 1; !copyOnce(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new MigrationException.SourceChanged();
            }
        }
        if (!inPlace) {
            claim();
            transferAll();
        }
        journal.enter(Phase.COPIED);
        return journal.report();
    }

    /** Copies every collection that isn't copied in its present version; false if something changed meanwhile. */
    private boolean copyOnce() {
        CollectionVersions before = from.storage().collections();
        for (String name : journal.collections()) {
            if (!before.versions().containsKey(name)) {
                copy.drop(name);
                journal.forget(name);
            }
        }
        // The keys first: they tell which of the records can be opened.
        copyCollection(Keyring.COLLECTION, before, Optional.empty());
        Keyring keyring = sourceKeyring();
        for (String name : before.versions().keySet()) {
            copyCollection(name, before, isData(name) ? Optional.of(keyring) : Optional.empty());
        }
        CollectionVersions after = from.storage().collections();
        journal.copiedAll(after.storeVersion());
        return after.versions().equals(before.versions());
    }

    private void copyCollection(String name, CollectionVersions versions, Optional<Keyring> keyring) {
        if (versions.of(name) == 0 || journal.has(name, versions.of(name))) {
            return;
        }
        RecordCollection collection = from.storage().collection(name);
        Optional<Resealing> resealing = keyring.map(keys -> resealing(collection, keys, keys));
        List<String> unreadable = new ArrayList<>();
        long[] records = new long[1];
        for (int attempt = 1; ; attempt++) {
            try {
                long version = copy.copy(collection, bso -> {
                    resealing.filter(rule -> rule.clearId(bso).isEmpty()).ifPresent(rule -> unreadable.add(bso.id()));
                    progress.at(Step.COPYING, name, ++records[0]);
                });
                journal.copied(name, version, records[0], unreadable);
                return;
            } catch (StorageException.Modified changed) {
                if (attempt == ATTEMPTS) {
                    throw changed;
                }
                unreadable.clear();
                records[0] = 0;
            }
        }
    }

    private Keyring sourceKeyring() {
        Bso record = copy.find(Keyring.COLLECTION, Keyring.ID).orElseThrow(MigrationException.NothingThere::new);
        return Keyring.open(sourceFormat(), record.payload(), from.keys(), random);
    }

    private StorageFormat sourceFormat() {
        return sourceMeta().map(MetaGlobal::format).orElse(StorageFormat.FORMAT_5);
    }

    private Optional<MetaGlobal> sourceMeta() {
        Optional<MetaGlobal> copied =
                copy.find(MetaGlobal.COLLECTION, MetaGlobal.ID).map(bso -> MetaGlobal.parse(bso.payload()));
        return copied.isPresent() || journal.phase() != Phase.COPYING
                ? copied
                : from.storage()
                        .collection(MetaGlobal.COLLECTION)
                        .get(MetaGlobal.ID)
                        .map(bso -> MetaGlobal.parse(bso.payload()));
    }

    private static boolean isData(String collection) {
        return !collection.equals(MetaGlobal.COLLECTION) && !collection.equals(Keyring.COLLECTION);
    }

    /** Makes sure, once, that the other store was empty when this migration came. */
    private void claim() {
        if (!journal.isClaimed()) {
            if (!to.storage().collections().versions().isEmpty()) {
                throw new MigrationException.TargetNotEmpty();
            }
            journal.claim();
        }
    }

    private void transferAll() {
        Keyring source = sourceKeyring();
        Keyring target = targetKeyring(source);
        for (String name : to.storage().collections().versions().keySet()) {
            // Of an earlier attempt, before the source changed.
            if (isData(name) && !journal.isUploaded(name)) {
                to.storage().collection(name).deleteAll();
            }
        }
        for (String name : journal.collections()) {
            if (isData(name) && !journal.isUploaded(name)) {
                Resealing resealing = resealing(from.storage().collection(name), source, target);
                RecordCollection collection = to.storage().collection(name);
                journal.uploaded(
                        name,
                        new Transfer(copy, resealing, collection, to.storage().protocol(), progress).run());
            }
        }
    }

    private Resealing resealing(RecordCollection collection, Keyring source, Keyring target) {
        return sourceFormat() == format
                ? Resealing.asIs(collection, source, random)
                : Resealing.anew(collection, source, target, random);
    }

    /** The keys at the other side: within a format the same, sealed with what opens them there. */
    private Keyring targetKeyring(Keyring source) {
        RecordCollection crypto = to.storage().collection(Keyring.COLLECTION);
        Optional<Bso> there = crypto.get(Keyring.ID);
        if (there.isPresent()) {
            return withAll(
                    Keyring.open(format, there.get().payload(), to.keys(), random),
                    crypto,
                    there.get().version());
        }
        Keyring keyring = sourceFormat() == format ? source : Keyring.create(format, random);
        return withAll(keyring, crypto, 0);
    }

    private Keyring withAll(Keyring keyring, RecordCollection crypto, long version) {
        Keyring complete = keyring;
        for (String name : journal.collections()) {
            complete = isData(name) ? complete.with(name, random) : complete;
        }
        if (version == 0 || !complete.equals(keyring)) {
            crypto.ifUnmodifiedSince(version).put(BsoWrite.of(Keyring.ID, complete.seal(to.keys(), random)));
        }
        return complete;
    }

    /**
     * Puts the new place, or format, into use.
     *
     * @throws MigrationException.Incomplete if not every record makes it
     * @throws MigrationException.SourceChanged if somebody wrote to the source meanwhile: copy again
     */
    public MigrationReport switchOver() {
        MigrationReport report = journal.report();
        if (!report.isLossless() && report.phase() != Phase.SWITCHED) {
            throw new MigrationException.Incomplete(report);
        }
        return switchRegardless();
    }

    /** The same, doing without the records that can't be moved. Of two stores the source keeps them; otherwise the copy does. */
    public MigrationReport switchRegardless() {
        switch (journal.phase()) {
            case COPYING -> throw new MigrationException.TooEarly("copy first");
            case COPIED -> {
                if (from.storage().collections().storeVersion() != journal.storeVersion()) {
                    throw new MigrationException.SourceChanged();
                }
                decideMeta();
                if (inPlace) {
                    journal.enter(Phase.REWRITING);
                    rewrite();
                }
                publish();
            }
            case REWRITING -> {
                rewrite();
                publish();
            }
            case SWITCHED -> {
                // Done by an earlier call.
            }
        }
        return journal.report();
    }

    private void decideMeta() {
        if (journal.meta() == null) {
            boolean same = sourceFormat() == format && journal.report().isLossless() && !inPlace;
            MetaGlobal meta = sourceMeta().orElseGet(() -> MetaGlobal.create(format, random));
            journal.decideMeta((same ? meta : meta.in(format, random)).payload());
        }
    }

    /** Empties the store, tells other devices by a meta/global without data that they have to wait, and fills it from the copy. */
    private void rewrite() {
        MetaGlobal meta = MetaGlobal.parse(meta());
        Optional<MetaGlobal> there = targetMeta();
        boolean begun = there.isPresent() && there.get().syncId().equals(meta.syncId());
        if (!begun) {
            to.storage().deleteEverything();
            putMeta(meta.withoutRepositories(), 0);
        }
        transferAll();
    }

    private Optional<MetaGlobal> targetMeta() {
        return to.storage()
                .collection(MetaGlobal.COLLECTION)
                .get(MetaGlobal.ID)
                .map(bso -> MetaGlobal.parse(bso.payload()));
    }

    private void publish() {
        MetaGlobal meta = MetaGlobal.parse(meta());
        Optional<Bso> there = to.storage().collection(MetaGlobal.COLLECTION).get(MetaGlobal.ID);
        boolean mine = there.isEmpty()
                || MetaGlobal.parse(there.get().payload()).syncId().equals(meta.syncId());
        if (!mine) {
            throw new MigrationException.TargetNotEmpty();
        }
        putMeta(meta, there.map(Bso::version).orElse(0L));
        journal.enter(Phase.SWITCHED);
    }

    private void putMeta(MetaGlobal meta, long version) {
        try {
            to.storage()
                    .collection(MetaGlobal.COLLECTION)
                    .ifUnmodifiedSince(version)
                    .put(BsoWrite.of(MetaGlobal.ID, meta.payload()));
        } catch (StorageException.Modified fasterDevice) {
            throw new MigrationException.TargetNotEmpty();
        }
    }

    private String meta() {
        String meta = journal.meta();
        if (meta == null) {
            throw new IllegalStateException("the meta/global to be is decided before the switch");
        }
        return meta;
    }

    /**
     * Deletes the records where they came from. Only between two stores, and after the switch.
     *
     * @throws MigrationException.TooEarly before that
     */
    public void deleteSource() {
        if (inPlace || journal.phase() != Phase.SWITCHED) {
            throw new MigrationException.TooEarly("the source is deleted after a switch to another store only");
        }
        from.storage().deleteEverything();
    }

    /**
     * Deletes the copy on the device.
     *
     * @throws MigrationException.TooEarly while a rewritten store may need it
     */
    public void forgetCopy() {
        if (journal.phase() == Phase.REWRITING) {
            throw new MigrationException.TooEarly("the store is being rewritten from the copy");
        }
        copy.deleteAll();
    }
}
