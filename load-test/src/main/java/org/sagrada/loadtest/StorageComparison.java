package org.sagrada.loadtest;

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
import org.sagrada.loadtest.report.Footprint;
import org.sagrada.loadtest.report.Report;
import org.sagrada.loadtest.storage.Case;
import org.sagrada.loadtest.storage.Door;
import org.sagrada.loadtest.storage.Population;
import org.sagrada.loadtest.storage.Storage;

/**
 * All cases, one after another, each in short turns of service and statements, so that a slow minute of the machine falls on
 * both.
 */
final class StorageComparison {

    private static final int TURNS = 5;

    private final Sides sides;
    private final Plan plan;
    private final PrintStream progress;
    private final SplittableRandom random = new SplittableRandom(42);
    private final ClosedLoop loop = new ClosedLoop(random.split());
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private double peakHeap;

    StorageComparison(Sides sides, Plan plan, PrintStream progress) {
        this.sides = sides;
        this.plan = plan;
        this.progress = progress;
    }

    Report run() throws IOException, SQLException, InterruptedException {
        var walBefore = sides.database() == null ? 0 : sides.database().walBytes();
        var begin = System.nanoTime();
        var people = load();
        var loading = (System.nanoTime() - begin) / 1e9;
        var records = Population.records(plan.users());
        var walLoading = sides.database() == null ? 0 : sides.database().walBytes() - walBefore;
        var disk = sides.database() == null ? 0 : sides.database().diskBytesPerRecord();
        var cases = new ArrayList<Comparison>();
        for (var one : Case.values()) {
            cases.add(compare(one, people));
        }
        var service = sides.process();
        var footprint = service == null
                ? null
                : new Footprint(
                        records,
                        records / loading,
                        peakHeap,
                        service.peakResidentMebibytes(),
                        service.cpuSeconds(),
                        (double) walLoading / records,
                        disk);
        return new Report(plan.setup(sides.target()), cases, footprint);
    }

    private Population load() throws IOException, SQLException {
        progress.print("Loading " + plan.users() + " users ");
        try (var storage = sides.service().open()) {
            return Population.load(storage, plan.users(), random, () -> progress.print('.'));
        } finally {
            progress.println();
        }
    }

    private Comparison compare(Case one, Population people) throws IOException, SQLException, InterruptedException {
        progress.print(one.letter() + " " + one.title() + " ");
        var open = new ArrayList<Storage>();
        try {
            var service = workers(one, people, sides.service(), open);
            var statements = sides.statements();
            var sql = statements == null ? null : workers(one, people, statements, open);
            warmUp(service, sql);
            return measured(one, service, sql);
        } finally {
            for (var storage : open) {
                storage.close();
            }
            progress.println();
        }
    }

    private Comparison measured(Case one, List<Call> service, @Nullable List<Call> sql)
            throws IOException, SQLException, InterruptedException {
        var ofService = new Tally();
        var ofSql = new Tally();
        var serviceCpu = 0.0;
        var driverCpu = 0.0;
        var wal = 0L;
        var turn = plan.side().dividedBy(TURNS);
        for (var i = 0; i < TURNS; i++) {
            var serviceBefore = sides.serviceCpuSeconds();
            var driverBefore = system.getProcessCpuTime();
            var walBefore = sides.walBytes();
            loop.run(service, turn, ofService);
            wal += sides.walBytes() - walBefore;
            driverCpu += TimeUnit.NANOSECONDS.toMicros(system.getProcessCpuTime() - driverBefore) / 1000.0;
            serviceCpu += (sides.serviceCpuSeconds() - serviceBefore) * 1000;
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
                one.title(),
                figures,
                sql == null ? null : ofSql.figures(),
                sides.process() == null ? null : serviceCpu / calls,
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
}
