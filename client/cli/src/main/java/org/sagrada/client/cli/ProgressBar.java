package org.sagrada.client.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A line on a terminal that tells how far something is; nothing at all elsewhere. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final @Nullable PrintWriter terminal;
    private final String what;
    private final long total;
    private long done;
    private long drawn;

    /**
     * A bar that begins at nothing.
     *
     * @param what is counted, for instance {@code records}
     * @param total 0 if it isn't known
     */
    ProgressBar(Surroundings surroundings, String what, long total) {
        this.terminal = surroundings.errIsTerminal() ? surroundings.err() : null;
        this.what = what;
        this.total = total;
    }

    /** One more. */
    void advance() {
        advance(1);
    }

    /** So many more. */
    void advance(long more) {
        done += more;
        long now = System.nanoTime();
        if (terminal != null && (drawn == 0 || now - drawn > REDRAW_NANOS)) {
            drawn = now;
            draw(terminal);
        }
    }

    private void draw(PrintWriter out) {
        if (total > 0) {
            int filled = (int) (Math.min(done, total) * WIDTH / total);
            out.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + " of " + total + " "
                    + what);
        } else {
            out.print("\r" + done + " " + what);
        }
        out.flush();
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (terminal != null && drawn != 0) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
    }
}
