package org.sagrada.loadtest.storage;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.SplittableRandom;
import org.sagrada.loadtest.host.BenchDatabase;
import org.sagrada.loadtest.report.Comparison;
import org.sagrada.loadtest.report.Footprint;
import org.sagrada.loadtest.report.Report;

/**
 * The same cases in a small database, in a large one, and in the large one without the index on the version: what growth costs, and
 * what the index saves and costs.
 */
final class ScaleComparison {

    private static final int FEW_USERS = 5;

    private final Sides sides;
    private final Plan plan;
    private final PrintStream progress;
    private final Turns turns;
    private final Crowd crowd;
    private final BenchDatabase database;

    ScaleComparison(Sides sides, BenchDatabase database, Plan plan, PrintStream progress) {
        this.sides = sides;
        this.database = database;
        this.plan = plan;
        this.progress = progress;
        this.turns = new Turns(sides, plan, progress, new SplittableRandom(42));
        this.crowd = new Crowd(database, plan.clock());
    }

    /** Grows to at least so many records. */
    Report run(long records) throws IOException, SQLException, InterruptedException {
        var comparisons = new ArrayList<Comparison>();
        var begin = System.nanoTime();
        var walBefore = sides.walBytes();
        crowd.grow(FEW_USERS);
        turns.warmUp(crowd.population());
        comparisons.addAll(turns.measure(crowd.population(), told("")));
        progress.println("Filling in " + Crowd.users(records) + " users");
        crowd.grow(Crowd.users(records));
        var filling = (System.nanoTime() - begin) / 1e9;
        var wal = sides.walBytes() - walBefore;
        var disk = database.diskBytesPerRecord();
        comparisons.addAll(turns.measure(crowd.population(), told("")));
        database.execute("DROP INDEX storage.bso_version");
        database.execute("VACUUM (ANALYZE) storage.bso");
        comparisons.addAll(turns.measure(crowd.population(), told(", no index on the version")));
        return new Report(plan.setup(sides.target()), comparisons, footprint(filling, wal, disk));
    }

    private String told(String more) {
        return String.format(Locale.ROOT, "; %,d records%s", crowd.records(), more);
    }

    private Footprint footprint(double seconds, long wal, double disk) throws IOException {
        var service = sides.process();
        return new Footprint(
                (int) crowd.records(),
                crowd.records() / seconds,
                turns.peakHeap(),
                service == null ? 0 : service.peakResidentMebibytes(),
                sides.serviceCpuSeconds(),
                (double) wal / crowd.records(),
                disk);
    }
}
