package org.sagrada.loadtest.storage;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sagrada.loadtest.measure.Call;
import org.sagrada.loadtest.measure.ClosedLoop;
import org.sagrada.loadtest.measure.Tally;
import org.sagrada.loadtest.report.Comparison;

/**
 * Measures cases, each in short turns of service and statements, so that a slow minute of the machine falls on both. Before the first
 * one every case is warmed up once: what is compiled for one is half of what the others run.
 */
final class Turns {

    private static final int TURNS = 5;

    private final Sides sides;
    private final Plan plan;
    private final PrintStream progress;
    private final ClosedLoop loop;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private double peakHeap;

    Turns(Sides sides, Plan plan, PrintStream progress, SplittableRandom random) {
        this.sides = sides;
        this.plan = plan;
        this.progress = progress;
        this.loop = new ClosedLoop(random);
    }

    /** The greatest heap of the service that was seen so far, in MiB. */
    double peakHeap() {
        return peakHeap;
    }

    /** Runs each case of the plan on both sides, uncounted. */
    void warmUp(Population people) throws IOException, SQLException, InterruptedException {
        progress.print("Warming up ");
        for (var one : plan.cases()) {
            on(one, people, this::warmUp);
            progress.print('.');
        }
        progress.println();
    }

    /** Measures each case of the plan, and tells with each what it was measured on. */
    List<Comparison> measure(Population people, String on) throws IOException, SQLException, InterruptedException {
        var comparisons = new ArrayList<Comparison>();
        for (var one : plan.cases()) {
            var title = one.title() + on;
            progress.print(one.letter() + " " + title + " ");
            on(one, people, (service, sql) -> {
                warmUp(service, sql);
                comparisons.add(measured(one, title, service, sql));
            });
            progress.println();
        }
        return comparisons;
    }

    private void on(Case one, Population people, Measuring measuring)
            throws IOException, SQLException, InterruptedException {
        var open = new ArrayList<Storage>();
        try {
            var statements = sides.statements();
            measuring.of(
                    workers(one, people, sides.service(), open),
                    statements == null ? null : workers(one, people, statements, open));
        } finally {
            for (var storage : open) {
                storage.close();
            }
        }
    }

    private Comparison measured(Case one, String title, List<Call> service, @Nullable List<Call> sql)
            throws IOException, SQLException, InterruptedException {
        var ofService = new Tally();
        var ofSql = new Tally();
        var serviceCpu = 0.0;
        var databaseCpu = 0.0;
        var driverCpu = 0.0;
        var wal = 0L;
        var turn = plan.side().dividedBy(TURNS);
        for (var i = 0; i < TURNS; i++) {
            var serviceBefore = sides.serviceCpuSeconds();
            var databaseBefore = sides.databaseCpuSeconds();
            var driverBefore = system.getProcessCpuTime();
            var walBefore = sides.walBytes();
            loop.run(service, turn, ofService);
            wal += sides.walBytes() - walBefore;
            driverCpu += TimeUnit.NANOSECONDS.toMicros(system.getProcessCpuTime() - driverBefore) / 1000.0;
            serviceCpu += (sides.serviceCpuSeconds() - serviceBefore) * 1000;
            databaseCpu += (sides.databaseCpuSeconds() - databaseBefore) * 1000;
            peakHeap = Math.max(peakHeap, sides.heapMebibytes());
            if (sql != null) {
                loop.run(sql, turn, ofSql);
            }
            progress.print('.');
        }
        var figures = ofService.figures();
        var calls = Math.max(1, figures.calls());
        return new Comparison(
                one.letter(),
                title,
                figures,
                sql == null ? null : ofSql.figures(),
                sides.process() == null ? null : serviceCpu / calls,
                sides.database() == null ? null : databaseCpu / calls,
                driverCpu / calls,
                sides.database() == null || one.recordsWritten() == 0
                        ? null
                        : (double) wal / calls / one.recordsWritten());
    }

    private void warmUp(List<Call> service, @Nullable List<Call> sql) throws InterruptedException {
        loop.run(service, plan.warmUp(), new Tally());
        if (sql != null) {
            loop.run(sql, plan.warmUp(), new Tally());
        }
    }

    private List<Call> workers(Case one, Population people, Door door, List<Storage> open)
            throws IOException, SQLException {
        var workers = new ArrayList<Call>();
        for (var i = 0; i < plan.connections(); i++) {
            var storage = door.open();
            open.add(storage);
            workers.add(one.on(storage, people));
        }
        return workers;
    }

    @FunctionalInterface
    private interface Measuring {

        void of(List<Call> service, @Nullable List<Call> sql) throws IOException, SQLException, InterruptedException;
    }
}
