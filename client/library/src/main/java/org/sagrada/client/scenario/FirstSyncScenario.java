package org.sagrada.client.scenario;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.account.AccountException;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.model.crypto.Hex;

/**
 * The main job, from end to end: a new account, a real browser's encrypted records uploaded by one device and read back byte for
 * byte by another that knows nothing but e-mail address and password, then changes, tombstones and deletions that the other
 * device sees, and exactly those.
 */
public final class FirstSyncScenario {

    private static final String BOOKMARKS = "bookmarks";
    private static final String HISTORY = "history";
    private static final String PREFS = "prefs";
    private static final int SOME = 7;

    private final SagradaClient client;
    private final Recording recording;
    private final SecureRandom random;
    private final Progress progress;
    private final RecordedKeys keys;

    public FirstSyncScenario(SagradaClient client, Recording recording, SecureRandom random, Progress progress) {
        this.client = client;
        this.recording = recording;
        this.random = random;
        this.progress = progress;
        this.keys = RecordedKeys.of(recording, random);
    }

    /**
     * What was done.
     *
     * @param email of the account, which stays
     * @param uploaded records that were written, tombstones and changes not counted
     * @param readBack different records that the other device read
     */
    public record Report(String email, int uploaded, int readBack) {}

    /**
     * Plays it. The account is a new one each time.
     *
     * @throws ScenarioFailedException if something isn't as it must be
     * @throws org.sagrada.client.http.ClientException if a server refuses what it must accept
     */
    public Report run() {
        String email = "first-sync-" + hex(8) + "@example.org";
        String password = hex(16);
        Device deviceA = signUp(email, password);
        upload(deviceA);
        Device deviceB = logIn(deviceA, email, password);
        int readBack = readBack(deviceB);
        changeAndSee(deviceA, deviceB);
        deleteAndSee(deviceA, deviceB);
        logOut(deviceA, deviceB);
        return new Report(email, recording.size(), readBack);
    }

    private Device signUp(String email, String password) {
        progress.step("Device A signs up " + email);
        Device device = new Device(client.signUp(email, password));
        Expect.equal(Map.of(), device.versions().versions(), "collections of a new account");
        progress.done("account " + device.account().uid());
        return device;
    }

    private void upload(Device device) {
        progress.step("Device A uploads what Firefox recorded");
        int done = 0;
        for (RecordedUpload upload : recording.uploads()) {
            device.upload(upload);
            done += upload.records().size();
            progress.advanced(done, recording.size());
        }
        Expect.same(
                recording.finalState().keySet(), device.versions().versions().keySet(), "collections on the server");
        progress.done(done + " records in " + recording.finalState().size() + " collections");
    }

    private Device logIn(Device other, String email, String password) {
        progress.step("Device B logs in with nothing but e-mail address and password");
        Device device = new Device(client.logIn(email, password));
        Expect.equal(other.account().uid(), device.account().uid(), "the account's id on device B");
        Expect.that(other.account().kB().equals(device.account().kB()), "device B has another kB than device A");
        progress.done("the same account, the same key");
        return device;
    }

    private int readBack(Device device) {
        progress.step("Device B reads everything back");
        Map<String, Map<String, Bso>> read = device.read(BsoQuery.all());
        Map<String, Map<String, BsoWrite>> written = recording.finalState();
        Expect.same(written.keySet(), read.keySet(), "collections that device B reads");
        int records = 0;
        int opened = 0;
        for (Map.Entry<String, Map<String, Bso>> entry : read.entrySet()) {
            String name = entry.getKey();
            Map<String, BsoWrite> expected = written.getOrDefault(name, Map.of());
            Expect.same(expected.keySet(), entry.getValue().keySet(), "records of " + name);
            for (Bso bso : entry.getValue().values()) {
                expectSame(name, expected.get(bso.id()), bso);
                records++;
                if (keys.isEncrypted(name)) {
                    keys.open(name, bso.id(), bso.payload());
                    opened++;
                }
            }
        }
        progress.done(
                records + " records, the same to the byte; the recorded key opens all " + opened + " sealed ones");
        return records;
    }

    private static void expectSame(String collection, @Nullable BsoWrite written, Bso read) {
        String name = collection + "/" + read.id();
        BsoWrite expected = Objects.requireNonNull(written, name);
        Expect.that(
                read.payload().equals(expected.payload()), "the payload of " + name + " is not what device A wrote");
        Expect.equal(expected.sortindex(), read.sortindex(), "the sortindex of " + name);
    }

    private void changeAndSee(Device deviceA, Device deviceB) {
        progress.step("Device A overwrites some records with tombstones and changes others");
        long before = deviceB.versions().storeVersion();
        Map<String, Changes> changes = new LinkedHashMap<>();
        for (String name : List.of(BOOKMARKS, HISTORY)) {
            Changes some = Changes.of(name, recorded(name), SOME, keys);
            deviceA.write(name, deviceA.versions().of(name), some.all());
            changes.put(name, some);
        }
        progress.done(SOME + " tombstones and " + SOME + " changes in each of " + changes.keySet());

        progress.step("Device B reads what is newer");
        Map<String, Map<String, Bso>> newer = deviceB.read(BsoQuery.newerThan(before));
        Expect.same(changes.keySet(), newer.keySet(), "collections with something newer");
        newer.forEach((name, records) ->
                Objects.requireNonNull(changes.get(name), name).expectSeen(records, keys));
        progress.done("exactly those");
    }

    private void deleteAndSee(Device deviceA, Device deviceB) {
        progress.step("Device A deletes some records, and one collection");
        List<String> history = recorded(HISTORY).stream().map(BsoWrite::id).toList();
        List<String> many = history.subList(2 * SOME, 3 * SOME);
        String one = history.get(3 * SOME);
        Expect.that(deviceA.collection(HISTORY).delete(many), "the storage knows nothing of " + HISTORY);
        Expect.that(deviceA.collection(HISTORY).delete(one), "the storage knows nothing of " + HISTORY + "/" + one);
        Expect.that(deviceA.collection(PREFS).deleteAll(), "the storage knows nothing of " + PREFS);
        progress.done(many.size() + 1 + " records of " + HISTORY + ", all of " + PREFS);

        progress.step("Device B no longer lists them");
        Set<String> left = new LinkedHashSet<>(history);
        left.removeAll(many);
        left.remove(one);
        Expect.same(left, deviceB.list(HISTORY), "records of " + HISTORY);
        Expect.same(Set.of(), deviceB.list(PREFS), "records of " + PREFS);
        Set<String> collections = new LinkedHashSet<>(recording.finalState().keySet());
        collections.remove(PREFS);
        Expect.same(collections, deviceB.versions().versions().keySet(), "collections that are left");
        progress.done(left.size() + " records of " + HISTORY + " are left");
    }

    private void logOut(Device deviceA, Device deviceB) {
        progress.step("Both devices log out");
        deviceA.account().logOut();
        deviceB.account().logOut();
        try {
            deviceA.account().isVerified();
            throw new ScenarioFailedException("the session of device A goes on after it logged out");
        } catch (AccountException.InvalidToken gone) {
            progress.done("their sessions are gone");
        }
    }

    private List<BsoWrite> recorded(String collection) {
        return List.copyOf(
                recording.finalState().getOrDefault(collection, Map.of()).values());
    }

    private String hex(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return Hex.encode(some);
    }
}
