package org.sagrada.client.cli;

import java.io.PrintWriter;
import org.sagrada.client.scenario.Progress;

/** Prints each step with its number, its time and what came of it. */
final class PrintedProgress implements Progress {

    private static final int BAR = 30;

    private final PrintWriter out;
    private int steps;
    private long began;
    private int filled;

    PrintedProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void step(String what) {
        steps++;
        began = System.nanoTime();
        filled = 0;
        out.printf("%2d. %s%n", steps, what);
    }

    @Override
    public void advanced(int done, int of) {
        int wanted = done * BAR / of;
        if (filled == 0 && wanted > 0) {
            out.print("    ");
        }
        while (filled < wanted) {
            out.print('#');
            filled++;
        }
        if (done == of) {
            out.println();
        }
        out.flush();
    }

    @Override
    public void done(String result) {
        out.printf("    %s (%.1f s)%n", result, (System.nanoTime() - began) / 1e9);
    }
}
