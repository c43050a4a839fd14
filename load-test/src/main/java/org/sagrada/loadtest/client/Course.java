package org.sagrada.loadtest.client;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.crypto.KeyBundle;
import org.sagrada.client.crypto.RecordCipher;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.vault.StorageFormat;
import org.sagrada.client.vault.Vault;
import org.sagrada.client.vault.VaultKeys;
import org.sagrada.model.onepw.Key32;

/** One user's records, there and back: the cryptography alone, the transfer alone, and both together. */
final class Course {

    private static final int CHUNK = 500;
    private static final double NANOS = 1e9;

    private final StorageClient storage;
    private final StorageFormat format;
    private final int records;
    private final int bytes;
    private final RecordCipher cipher;
    private final Vault vault;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    Course(StorageClient storage, StorageFormat format, int records, int bytes, SecureRandom random) {
        this.storage = storage;
        this.format = format;
        this.records = records;
        this.bytes = bytes;
        var keys = KeyBundle.random(random);
        this.cipher = format == StorageFormat.FORMAT_5
                ? RecordCipher.format5(keys, random)
                : RecordCipher.format6(keys, random);
        this.vault = Vault.openOrCreate(storage, VaultKeys.of(Key32.random(random)), format, random);
    }

    /** Something that takes time. */
    private interface Work {
        void run() throws BadRecordException, IOException;
    }

    Course run() throws BadRecordException, IOException {
        var payload = cipher.seal(cleartext(0));
        time("seal", () -> {
            for (var i = 0; i < records; i++) {
                cipher.seal(cleartext(i));
            }
        });
        time("upload", () -> upload(payload));
        time("seal and upload", this::sealAndUpload);
        time("open", () -> {
            for (var i = 0; i < records; i++) {
                Json.parse(cipher.open(payload));
            }
        });
        time("download", () -> {
            var read = new AtomicInteger();
            storage.collection("plain").readEach(BsoQuery.all(), bso -> read.incrementAndGet());
            expectAll(read.get());
        });
        time("download and open", () -> {
            var read = new AtomicInteger();
            vault.collection("sealed")
                    .readEach(BsoQuery.all(), opened -> read.addAndGet(opened.cleartext() == null ? 0 : 1));
            expectAll(read.get());
        });
        storage.deleteEverything();
        return this;
    }

    private void time(String what, Work work) throws BadRecordException, IOException {
        var start = System.nanoTime();
        work.run();
        seconds.put(what, (System.nanoTime() - start) / NANOS);
    }

    private void expectAll(int read) throws IOException {
        if (read != records) {
            throw new IOException(read + " of " + records + " records came back");
        }
    }

    private void upload(String payload) throws IOException {
        long version = 0;
        for (var from = 0; from < records; from += CHUNK) {
            List<BsoWrite> some = new ArrayList<>();
            for (var i = from; i < Math.min(from + CHUNK, records); i++) {
                some.add(BsoWrite.of(id(i), payload));
            }
            var upload = storage.collection("plain").ifUnmodifiedSince(version).upload(some);
            version = upload.version();
            expectStored(upload.stored().size(), some.size());
        }
    }

    private void sealAndUpload() throws IOException {
        var collection = vault.collection("sealed");
        long version = 0;
        for (var from = 0; from < records; from += CHUNK) {
            Map<String, Optional<Map<String, Object>>> some = new LinkedHashMap<>();
            for (var i = from; i < Math.min(from + CHUNK, records); i++) {
                some.put(id(i), Optional.of(Map.of("text", filling())));
            }
            var upload = collection.upload(some, version);
            version = upload.version();
            expectStored(upload.stored().size(), some.size());
        }
    }

    private static void expectStored(int stored, int sent) throws IOException {
        if (stored != sent) {
            throw new IOException("the server took " + stored + " of " + sent + " records");
        }
    }

    private static String id(int number) {
        return String.format("%012d", number);
    }

    private String cleartext(int number) {
        return "{\"id\":\"" + id(number) + "\",\"text\":\"" + filling() + "\"}";
    }

    /** So that the whole has the wanted size. */
    private String filling() {
        return "x".repeat(Math.max(0, bytes - "{\"id\":\"000000000000\",\"text\":\"\"}".length()));
    }

    void print(PrintStream out) {
        seconds.forEach((what, time) -> out.printf(
                "| format %d: %s | %.2f | %,.0f | %s |%n",
                format.number(), what, time, records / time, ratio(what, time)));
    }

    private String ratio(String what, double time) {
        var alone = what.equals("seal and upload")
                ? seconds("seal") + seconds("upload")
                : what.equals("download and open") ? seconds("open") + seconds("download") : 0;
        return alone == 0 ? "" : String.format("%.0f %%", 100 * time / alone);
    }

    private double seconds(String what) {
        return seconds.getOrDefault(what, 0.0);
    }
}
