package org.sagrada.standalone.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.sagrada.standalone.StartRefusal;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked from the class path into a cache folder that is named after the archive's hash, so that
 * another release unpacks beside it. The folder may be deleted at any time.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path home) {

    private static final int OWNER_EXECUTES = 0100;
    private static final int HASH_CHARACTERS = 16;

    /** Finds the programs for this machine, unpacking them if they aren't there yet (some 60 MB). */
    static PostgresPrograms unpackedIn(Path cache) {
        var archive = "/postgres-linux-" + architecture() + ".txz";
        try {
            var home = cache.resolve("postgresql-" + hash(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return new PostgresPrograms(home);
        } catch (IOException e) {
            throw new StartRefusal("The embedded PostgreSQL cannot be unpacked in " + cache + ": " + e.getMessage(), e);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static String architecture() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        if (linux && (name.equals("amd64") || name.equals("x86_64"))) {
            return "x86_64";
        }
        if (linux && name.equals("aarch64")) {
            return "arm_64";
        }
        throw new StartRefusal("There is no embedded PostgreSQL for " + System.getProperty("os.name") + " on " + name
                + ": give an external one with --sagrada.database.url.");
    }

    private static String hash(String archive) throws IOException {
        try (var in = open(archive)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }

    private static InputStream open(String archive) throws IOException {
        var in = PostgresPrograms.class.getResourceAsStream(archive);
        if (in == null) {
            throw new IOException("the archive " + archive + " is not on the class path");
        }
        return in;
    }

    private static void unpack(String archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var draft = Files.createTempDirectory(home.getParent(), "unpacking");
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, draft);
            }
        }
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster; both have unpacked the same bytes.
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            var mode = (entry.getMode() & OWNER_EXECUTES) != 0 ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
        }
    }
}
