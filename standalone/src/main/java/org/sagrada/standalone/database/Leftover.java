package org.sagrada.standalone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sagrada.standalone.StartRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of a process that was killed: it lives on and holds the cluster. The caller owns the data directory's lock, so a
 * server that is still there has no owner.
 */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final int PATIENCE_SECONDS = 60;

    private Leftover() {}

    /** Stops it if it is there, and clears away its mark if it is not. */
    static void stop(Path cluster) throws IOException {
        var mark = cluster.resolve("postmaster.pid");
        if (!Files.exists(mark)) {
            return;
        }
        var server = serverOf(cluster, mark);
        if (server.isPresent()) {
            LOG.warn(
                    "A PostgreSQL of an earlier, killed process still runs (process {}); stopping it",
                    server.get().pid());
            Commands.askToStop(server.get());
            await(server.get());
        }
        // A pid that meanwhile belongs to something else would keep the new server from starting.
        Files.deleteIfExists(mark);
    }

    private static Optional<ProcessHandle> serverOf(Path cluster, Path mark) throws IOException {
        var lines = Files.readAllLines(mark);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> worksIn(process, cluster));
    }

    private static boolean worksIn(ProcessHandle process, Path cluster) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd").toRealPath(), cluster);
        } catch (IOException e) {
            // The process of another user: not a server that we started.
            return false;
        }
    }

    private static void await(ProcessHandle server) {
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartRefusal(
                    "The PostgreSQL of an earlier process (process " + server.pid()
                            + ") does not stop: end it by hand.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusal("Interrupted while stopping the PostgreSQL of an earlier process.", e);
        }
    }
}
