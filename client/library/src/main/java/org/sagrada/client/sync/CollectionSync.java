package org.sagrada.client.sync;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sagrada.client.sync.RemoteCollection.Change;
import org.sagrada.client.sync.RemoteCollection.Download;
import org.sagrada.client.sync.RemoteCollection.UploadOutcome;

/**
 * Makes a device's collection and the server's the same. Each step is kept before the next begins, so that it may be killed at any
 * point and simply be run again: nothing is lost, and what was overwritten or deleted doesn't come back. The user may go on editing
 * meanwhile, with the store's monitor held.
 */
public final class CollectionSync {

    private static final int ATTEMPTS = 4;

    private final LocalStore local;
    private final RemoteCollection remote;
    private final ConflictPolicy policy;
    private final InstantSource clock;

    /**
     * A sync of one collection. One runs at a time for each store.
     *
     * @param clock the device's, for the ages of the user's changes
     */
    public CollectionSync(LocalStore local, RemoteCollection remote, ConflictPolicy policy, InstantSource clock) {
        this.local = local;
        this.remote = remote;
        this.policy = policy;
        this.clock = clock;
    }

    /** Syncs now. */
    public SyncReport sync() {
        int taken = 0;
        int conflicts = 0;
        List<String> unreadable = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // The user's changes and those that come are as old as they are at this moment, however long they come.
            Instant began = clock.instant();
            Download download = download();
            Merge merge = takeOver(download, began);
            taken += merge.taken();
            conflicts += merge.conflicts();
            unreadable = download.unreadable();

            List<LocalRecord> outgoing = beginSending(unreadable);
            if (outgoing.isEmpty()) {
                return new SyncReport(taken, 0, conflicts, List.of(), unreadable, true);
            }
            Optional<List<String>> refused = send(outgoing, download);
            if (refused.isPresent()) {
                int sent = outgoing.size() - refused.get().size();
                return new SyncReport(taken, sent, conflicts, refused.get(), unreadable, true);
            }
        }
        return new SyncReport(taken, 0, conflicts, List.of(), unreadable, false);
    }

    private Download download() {
        Download download = remote.newerThan(local.since());
        if (download.version() >= local.since()) {
            return download;
        }
        // Versions only grow: the server lost the data, or the user was moved. The device has it still.
        synchronized (local) {
            local.save(local.all().stream().map(LocalRecord::forgottenByServer).toList(), 0);
        }
        return remote.newerThan(0);
    }

    private Merge takeOver(Download download, Instant began) {
        synchronized (local) {
            Merge merge = new Merge(local, policy, began);
            download.records().forEach(merge::add);
            local.save(merge.records(), since(download, download.version()));
            return merge;
        }
    }

    /** As long as something can't be opened, the next download begins where this one did, so that it isn't forgotten. */
    private long since(Download download, long version) {
        return download.unreadable().isEmpty() ? version : local.since();
    }

    /** What is to be sent, as it was before; what can't be opened at the server isn't overwritten either. */
    private List<LocalRecord> beginSending(List<String> unreadable) {
        synchronized (local) {
            List<LocalRecord> outgoing = local.changed().stream()
                    .filter(bso -> !unreadable.contains(bso.id()))
                    .toList();
            local.save(outgoing.stream().map(LocalRecord::beingSent).toList(), local.since());
            return outgoing;
        }
    }

    /** The ids that were refused; empty if somebody else wrote in the meantime. */
    private Optional<List<String>> send(List<LocalRecord> outgoing, Download download) {
        List<Change> changes = outgoing.stream()
                .map(bso -> new Change(bso.id(), bso.content()))
                .toList();
        UploadOutcome outcome = remote.upload(changes, download.version());
        synchronized (local) {
            if (outcome instanceof UploadOutcome.Uploaded uploaded) {
                return Optional.of(finishSending(outgoing, uploaded, since(download, uploaded.version())));
            }
            if (outcome instanceof UploadOutcome.Outdated outdated && !outdated.partly()) {
                local.save(
                        outgoing.stream()
                                .map(bso -> present(bso).notSent(bso.sent()))
                                .toList(),
                        local.since());
            }
            return Optional.empty();
        }
    }

    private List<String> finishSending(List<LocalRecord> outgoing, UploadOutcome.Uploaded uploaded, long since) {
        List<LocalRecord> results = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (LocalRecord bso : outgoing) {
            if (uploaded.stored().contains(bso.id())) {
                results.add(present(bso).agreed(bso.content()));
            } else {
                results.add(present(bso).notSent(bso.sent()));
                refused.add(bso.id());
            }
        }
        local.save(results, since);
        return refused;
    }

    /** The same record as it is by now: the user may have gone on. */
    private LocalRecord present(LocalRecord bso) {
        return local.get(bso.id()).orElse(bso);
    }
}
