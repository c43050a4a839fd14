package org.sagrada.admin.output;

import java.io.PrintWriter;

/** Tells how far long work has come: one line that changes on a terminal, else a line for each tenth. */
public final class Progress implements AutoCloseable {

    private final PrintWriter err;
    private final boolean onTerminal;
    private final String what;
    private long told = -1;

    /**
     * Work that begins.
     *
     * @param what such as {@code users moved}
     */
    public Progress(PrintWriter err, boolean onTerminal, String what) {
        this.err = err;
        this.onTerminal = onTerminal;
        this.what = what;
    }

    /** So many are done now. */
    public void done(long done, long of) {
        String line = "%,d of %,d %s".formatted(done, of, what);
        if (onTerminal) {
            err.print("\r" + line);
            err.flush();
            told = done;
        } else if (told < 0 || done >= of || (done - told) * 10 >= of) {
            err.println(line);
            told = done;
        }
    }

    /** Leaves the line. */
    @Override
    public void close() {
        if (onTerminal && told >= 0) {
            err.println();
        }
    }
}
