package org.sagrada.loadtest.storage;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.sagrada.loadtest.report.Footprint;
import org.sagrada.loadtest.report.Report;

/** The cases of a plan, one after another, on users that are loaded through the service. */
final class StorageComparison {

    private final Sides sides;
    private final Plan plan;
    private final PrintStream progress;
    private final SplittableRandom random = new SplittableRandom(42);
    private final Turns turns;

    StorageComparison(Sides sides, Plan plan, PrintStream progress) {
        this.sides = sides;
        this.plan = plan;
        this.progress = progress;
        this.turns = new Turns(sides, plan, progress, random.split());
    }

    Report run() throws IOException, SQLException, InterruptedException {
        var walBefore = sides.walBytes();
        var begin = System.nanoTime();
        var people = load();
        var loading = (System.nanoTime() - begin) / 1e9;
        var walLoading = sides.walBytes() - walBefore;
        var disk = sides.database() == null ? 0 : sides.database().diskBytesPerRecord();
        turns.warmUp(people);
        var cases = turns.measure(people, "");
        return new Report(plan.setup(sides.target()), cases, footprint(loading, walLoading, disk));
    }

    private @Nullable Footprint footprint(double loadingSeconds, long walBytes, double diskBytesPerRecord)
            throws IOException {
        var service = sides.process();
        var records = Population.records(plan.users());
        return service == null
                ? null
                : new Footprint(
                        records,
                        records / loadingSeconds,
                        turns.peakHeap(),
                        service.peakResidentMebibytes(),
                        service.cpuSeconds(),
                        (double) walBytes / records,
                        diskBytesPerRecord);
    }

    private Population load() throws IOException, SQLException {
        progress.print("Loading " + plan.users() + " users ");
        try (var storage = sides.service().open()) {
            return Population.load(storage, plan.users(), random, () -> progress.print('.'));
        } finally {
            progress.println();
        }
    }
}
