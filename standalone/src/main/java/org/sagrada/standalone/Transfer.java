package org.sagrada.standalone;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.sagrada.standalone.archive.Export;
import org.sagrada.standalone.archive.Import;
import org.sagrada.standalone.archive.Summary;
import org.sagrada.standalone.data.DataDirectory;
import org.sagrada.standalone.data.Secrets;
import org.sagrada.standalone.database.DatabaseAddress;
import org.sagrada.standalone.database.EmbeddedDatabase;

/** Takes all data out of a system, or into one, with whichever database it has. */
final class Transfer {

    private final Settings settings;

    Transfer(Settings settings) {
        this.settings = settings;
    }

    /** Exports, from a stack that runs or one that does not; what to tell the operator. */
    String exportTo(Path file) {
        var export = new Export(Clock.systemUTC(), Standalone.release());
        var data = settings.place().dataDirOrDefault();
        var external = settings.externalDatabase();
        var running = external != null
                ? Optional.of(external)
                : Secrets.existing(data).flatMap(secrets -> EmbeddedDatabase.running(data, secrets.databasePassword()));
        if (running.isEmpty() && !data.resolve("postgresql").toFile().isDirectory()) {
            throw new StartRefusal("There is no data in " + data + ": name its directory with --data-dir.");
        }
        var summary = running.map(database -> export.write(database, file))
                .orElseGet(() -> withEmbedded(database -> export.write(database, file)));
        return "Exported " + said(summary) + " to " + file + ".";
    }

    /** Imports; what to tell the operator. */
    String importFrom(Path file) {
        var external = settings.externalDatabase();
        var summary = external != null
                ? new Import(external).read(file)
                : withEmbedded(database -> new Import(database).read(file));
        return "Imported " + said(summary) + " from " + file + ".";
    }

    private Summary withEmbedded(Function<DatabaseAddress, Summary> work) {
        var place = settings.place();
        try (var directory = DataDirectory.open(place.dataDirOrDefault())) {
            var password = Secrets.of(directory, new SecureRandom()).databasePassword();
            try (var database = EmbeddedDatabase.start(directory, place.cacheDirOrDefault(), password)) {
                return work.apply(database.address());
            }
        }
    }

    private static String said(Summary summary) {
        return summary.rows() + " rows of " + summary.tables() + " tables";
    }
}
