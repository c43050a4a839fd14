package org.sagrada.standalone.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.sagrada.standalone.StartRefusal;
import org.springframework.util.FileSystemUtils;

/**
 * The database's files. They are made once and belong to one major version of PostgreSQL.
 *
 * @param directory what PostgreSQL calls its data directory
 */
record Cluster(Path directory) {

    static final String ROLE = "sagrada";

    /** The major version of the programs that this build brings. */
    static final String MAJOR_VERSION = "18";

    /** Makes the files unless they are there, in a folder that gets its name only when it is whole. */
    void makeUnlessThere(PostgresPrograms programs, Commands commands, String password, File log) throws IOException {
        if (Files.exists(directory)) {
            requireVersion();
            return;
        }
        var draft = directory.resolveSibling(directory.getFileName() + ".making");
        // Only what a killed first start left: a whole cluster never has this name.
        FileSystemUtils.deleteRecursively(draft);
        var passwordFile = Files.createTempFile(
                directory.getParent(),
                "initdb",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            commands.run(
                    List.of(
                            programs.program("initdb").toString(),
                            "--pgdata=" + draft,
                            "--username=" + ROLE,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions"),
                    log);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireVersion() throws IOException {
        var file = directory.resolve("PG_VERSION");
        var version = Files.exists(file) ? Files.readString(file).strip() : "unknown";
        if (!version.equals(MAJOR_VERSION)) {
            throw new StartRefusal("The database in " + directory + " is of PostgreSQL " + version
                    + ", this release brings " + MAJOR_VERSION
                    + ": nothing was touched. Export it with the earlier release (--export FILE), and import it with this one"
                    + " (--import FILE) into another --data-dir.");
        }
    }
}
