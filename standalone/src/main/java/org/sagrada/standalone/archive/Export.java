package org.sagrada.standalone.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.sagrada.standalone.StartRefusal;
import org.sagrada.standalone.database.DatabaseAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything the services keep into one file, as of one moment, while they may go on working. The file is a zip archive:
 * {@link Manifest} first, then the rows of each table in PostgreSQL's COPY text format.
 */
public final class Export {

    private final Clock clock;
    private final String release;

    /** An export by a release, at a clock's time. */
    public Export(Clock clock, String release) {
        this.clock = clock;
        this.release = release;
    }

    /**
     * Writes the archive, readable by its owner alone. A file gets the name only when it is whole.
     *
     * @throws StartRefusal when the file is there already, cannot be written, or there is nothing to export
     */
    public Summary write(DatabaseAddress database, Path file) {
        var draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                var summary = writeWhole(database, draft);
                Files.move(draft, file);
                return summary;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            throw new StartRefusal("The file " + file + " is there already: name another one.", e);
        } catch (IOException e) {
            throw new StartRefusal("The file " + file + " cannot be written: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new StartRefusal("The database cannot be read: " + e.getMessage(), e);
        }
    }

    private Summary writeWhole(DatabaseAddress database, Path draft) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(database.url(), database.properties());
                var out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
            return write(connection, out);
        }
    }

    private Summary write(Connection connection, OutputStream out) throws SQLException, IOException {
        // One snapshot for all tables: what is in the archive existed together.
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        var manifest = manifest(new Catalog(connection));
        var rows = 0L;
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
            for (var table : manifest.tables()) {
                zip.putNextEntry(new ZipEntry(table.entry()));
                rows += connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY " + table.forCopy() + " TO STDOUT", zip);
            }
        }
        return new Summary(manifest.tables().size(), rows);
    }

    private Manifest manifest(Catalog catalog) throws SQLException {
        var migrations = new LinkedHashMap<String, String>();
        var tables = new ArrayList<Table>();
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var schema : Manifest.SCHEMAS) {
            var migration = catalog.migration(schema)
                    .orElseThrow(() -> new StartRefusal("The database has no schema " + schema
                            + ": there is nothing to export before the first start."));
            migrations.put(schema, migration);
            tables.addAll(catalog.tables(schema));
            sequences.addAll(catalog.sequences(schema));
        }
        return new Manifest(Manifest.FORMAT, release, clock.instant().toString(), migrations, tables, sequences);
    }
}
