package org.sagrada.standalone.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.sagrada.standalone.StartRefusal;
import org.sagrada.standalone.database.DatabaseAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an archive into a database that has none of the services' schemas. They are made as the release that wrote the archive had
 * them, so the next start migrates the data like any other.
 */
public final class Import {

    private final DatabaseAddress database;

    /** An import into a database. */
    public Import(DatabaseAddress database) {
        this.database = database;
    }

    /**
     * Reads all of it, or leaves the database as it was.
     *
     * @throws StartRefusal when the file is not an archive, is of a newer release, or the database is not empty
     */
    public Summary read(Path file) {
        try (var zip = new ZipFile(file.toFile());
                var connection = DriverManager.getConnection(database.url(), database.properties())) {
            var manifest = manifest(zip, file);
            requireEmpty(connection);
            try {
                manifest.migrations().forEach(this::makeSchema);
                return fill(connection, zip, manifest);
            } catch (IOException | SQLException | RuntimeException e) {
                dropSchemas(connection);
                throw e;
            }
        } catch (IOException e) {
            throw new StartRefusal("The file " + file + " cannot be read: " + e.getMessage(), e);
        } catch (SQLException | FlywayException e) {
            throw new StartRefusal("The archive does not fit the database: " + e.getMessage(), e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        try (var in = entry(zip, Manifest.ENTRY)) {
            var manifest = JsonMapper.shared().readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT
                    || !manifest.migrations().keySet().equals(new HashSet<>(Manifest.SCHEMAS))) {
                throw new StartRefusal("The file " + file + " was written by Sagrada " + manifest.release()
                        + " in a form that this release does not know: use that release or a newer one.");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IOException("its manifest is damaged", e);
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT to_regnamespace(?) IS NOT NULL")) {
            for (var schema : Manifest.SCHEMAS) {
                statement.setString(1, schema);
                try (var answer = statement.executeQuery()) {
                    if (answer.next() && answer.getBoolean(1)) {
                        throw new StartRefusal("The database has data already, and an import goes into an empty one:"
                                + " name another directory with --data-dir. Nothing was changed.");
                    }
                }
            }
        }
    }

    private void makeSchema(String schema, String migration) {
        var wanted = MigrationVersion.fromVersion(migration);
        var flyway = Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .schemas(schema)
                .locations("classpath:db/migration/" + schema);
        var known = Arrays.stream(flyway.load().info().all()).map(MigrationInfo::getVersion);
        if (known.noneMatch(wanted::equals)) {
            throw new StartRefusal("The archive comes from a newer release (migration " + migration + " of " + schema
                    + "): import it with that one.");
        }
        flyway.target(wanted).load().migrate();
    }

    private static Summary fill(Connection connection, ZipFile zip, Manifest manifest)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        var catalog = new Catalog(connection);
        var tables = new ArrayList<Table>();
        for (var schema : Manifest.SCHEMAS) {
            tables.addAll(catalog.tables(schema));
        }
        if (!new HashSet<>(tables).equals(new HashSet<>(manifest.tables()))) {
            throw new IOException("its tables are not those of its migrations");
        }
        var rows = 0L;
        for (var table : tables) {
            try (var in = entry(zip, table.entry())) {
                rows += connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table.forCopy() + " FROM STDIN", in);
            }
        }
        advance(connection, tables, manifest.sequences());
        try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
        connection.commit();
        return new Summary(tables.size(), rows);
    }

    /** A number that was given out once is never given out again, though its row may be gone. */
    private static void advance(Connection connection, List<Table> tables, List<Manifest.Sequence> sequences)
            throws SQLException, IOException {
        var statementText = "SELECT setval(pg_get_serial_sequence(?, ?), ?)";
        try (var statement = connection.prepareStatement(statementText)) {
            for (var sequence : sequences) {
                var table = tables.stream()
                        .filter(each -> each.schema().equals(sequence.schema())
                                && each.name().equals(sequence.table()))
                        .findFirst()
                        .orElseThrow(() -> new IOException("a sequence of it has no table"));
                statement.setString(1, table.quoted());
                statement.setString(2, sequence.column());
                statement.setLong(3, sequence.last());
                statement.execute();
            }
        }
    }

    private static void dropSchemas(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        try (var statement = connection.createStatement()) {
            for (var schema : Manifest.SCHEMAS) {
                statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            }
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it lacks " + name);
        }
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }
}
