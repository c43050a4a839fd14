package org.sagrada.loadtest.measure;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Workers of which each makes its next call when the last one is answered. */
public final class ClosedLoop {

    private final SplittableRandom random;

    /** Loops whose workers draw from generators split off this one. */
    public ClosedLoop(SplittableRandom random) {
        this.random = random;
    }

    /**
     * Runs the workers for a time and adds what they did to a tally. A worker ends its last call, and that counts.
     *
     * @throws IllegalStateException when a worker broke by a fault of this program
     */
    public void run(List<? extends Call> workers, Duration duration, Tally into) throws InterruptedException {
        var begin = System.nanoTime();
        var deadline = begin + duration.toNanos();
        var tasks = new ArrayList<Callable<Tally>>();
        for (var worker : workers) {
            var own = random.split();
            tasks.add(() -> work(worker, own, deadline));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                into.add(done.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A worker broke", e);
        }
        into.lasted((System.nanoTime() - begin) / 1e9);
    }

    private static Tally work(Call worker, SplittableRandom random, long deadline) {
        var tally = new Tally();
        do {
            var begin = System.nanoTime();
            try {
                worker.run(random);
                tally.succeeded(System.nanoTime() - begin);
            } catch (IOException | SQLException e) {
                tally.failed(e);
            }
        } while (System.nanoTime() < deadline);
        return tally;
    }
}
