package org.sagrada.loadtest.token;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sagrada.loadtest.host.BenchDatabase;
import org.sagrada.loadtest.host.ServiceProcess;
import org.sagrada.loadtest.measure.Call;
import org.sagrada.loadtest.measure.ClosedLoop;
import org.sagrada.loadtest.measure.Tally;
import org.sagrada.loadtest.report.Comparison;

/** Known users ask for tokens, beside the bare cost of it, in turns, so that a slow minute of the machine falls on both. */
record RateCase(String letter, String title, List<String> heads, List<List<Signed>> bare) {

    private static final int TURNS = 5;

    /** Beside the bare cost, and beside the bare cost behind plain HTTP. */
    List<Comparison> measure(
            ServiceProcess service,
            BenchDatabase database,
            int connections,
            Duration warmUp,
            Duration side,
            PrintStream progress)
            throws IOException, SQLException, InterruptedException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var loop = new ClosedLoop(new SplittableRandom());
        List<TokenRequests> requests = new ArrayList<>();
        List<BareCost> costs = new ArrayList<>();
        List<TokenRequests> plainRequests = new ArrayList<>();
        try (var plain = PlainServer.start(database, heads, bare)) {
            for (var i = 0; i < connections; i++) {
                requests.add(new TokenRequests(service.node(), heads));
                costs.add(new BareCost(database, bare));
                plainRequests.add(new TokenRequests(plain.url(), heads));
            }
            progress.print(letter + " " + title + " ");
            // In turns too: the service closes what nobody uses for a minute.
            for (var turn = 0; turn < TURNS; turn++) {
                for (var each : List.<List<? extends Call>>of(requests, costs, plainRequests)) {
                    loop.run(each, warmUp.dividedBy(TURNS), new Tally());
                }
            }
            var ofService = new Tally();
            var ofBare = new Tally();
            var ofPlain = new Tally();
            var serviceCpu = 0.0;
            var driverCpu = 0.0;
            for (var turn = 0; turn < TURNS; turn++) {
                var serviceBefore = service.cpuSeconds();
                var driverBefore = system.getProcessCpuTime();
                loop.run(requests, side.dividedBy(TURNS), ofService);
                driverCpu += (system.getProcessCpuTime() - driverBefore) / 1e6;
                serviceCpu += (service.cpuSeconds() - serviceBefore) * 1000;
                loop.run(costs, side.dividedBy(TURNS), ofBare);
                loop.run(plainRequests, side.dividedBy(TURNS), ofPlain);
                progress.print('.');
            }
            progress.println();
            var calls = Math.max(1, ofService.figures().calls());
            return List.of(
                    comparison(title, ofService, ofBare, serviceCpu / calls, driverCpu / calls),
                    comparison(
                            title + ", beside plain HTTP", ofService, ofPlain, serviceCpu / calls, driverCpu / calls));
        } finally {
            for (var one : requests) {
                one.close();
            }
            for (var one : costs) {
                one.close();
            }
            for (var one : plainRequests) {
                one.close();
            }
        }
    }

    private Comparison comparison(String what, Tally service, Tally other, double serviceCpu, double driverCpu) {
        return new Comparison(letter, what, service.figures(), other.figures(), serviceCpu, null, driverCpu, null);
    }

    /** The same request by every user once, so that all are known. */
    void introduce(URI service) throws IOException {
        try (var requests = new TokenRequests(service, heads)) {
            for (var head : heads) {
                requests.ask(head);
            }
        }
    }
}
