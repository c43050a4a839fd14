package org.sagrada.standalone.database;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sagrada.standalone.StartRefusal;

/**
 * How PostgreSQL's programs are called. They refuse to run as root, so there they get a user namespace of their own, in which
 * they are nobody; the files stay root's.
 */
final class Commands {

    private static final int PATIENCE_SECONDS = 120;

    private final List<String> prefix;

    private Commands(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * What this user has to put before a program.
     *
     * @throws StartRefusal when this is root in a place that allows no user namespaces
     */
    static Commands forThisUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Commands(List.of());
        }
        var unshare = List.of("unshare", "-U");
        try {
            new Commands(unshare).run(List.of("true"), new File("/dev/null"));
        } catch (IOException e) {
            throw new StartRefusal(
                    "PostgreSQL does not run as root, and this machine allows no user namespace:"
                            + " start Sagrada as another user, or give an external database with --sagrada.database.url.",
                    e);
        }
        return new Commands(unshare);
    }

    /** Runs a program to its end, its output appended to a file. */
    void run(List<String> command, File log) throws IOException {
        var process = start(command, log);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(
                        command.getFirst() + " did not end within " + PATIENCE_SECONDS + " s; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.getFirst(), e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(command.getFirst() + " failed; see " + log);
        }
    }

    /** Starts a program in a session of its own, so that Ctrl-C in a terminal reaches this process alone. */
    Process start(List<String> command, File log) throws IOException {
        var whole = new ArrayList<String>();
        whole.add("setsid");
        whole.addAll(prefix);
        whole.addAll(command);
        return new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Asks a postmaster for a fast shutdown: sessions end, what is committed is written. */
    static void askToStop(ProcessHandle postmaster) throws IOException {
        // Java sends only TERM, which would wait for every session to leave.
        new ProcessBuilder("sh", "-c", "kill -INT " + postmaster.pid()).start();
    }
}
