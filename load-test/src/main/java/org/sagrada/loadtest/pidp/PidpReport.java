package org.sagrada.loadtest.pidp;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run found.
 *
 * @param heap of the service after all, garbage included, in MiB
 * @param resident the most memory that the service had from the system, in MiB
 */
record PidpReport(PidpPlan plan, List<Measured> cases, Crowd crowd, double heap, double resident) {

    /** Whether each call was answered as it should be; slow answers are no failure. */
    boolean clean() {
        return crowd.lost() == 0
                && cases.stream()
                        .allMatch(one ->
                                one.service().failures() == 0 && one.bare().failures() == 0);
    }

    /** A table in Markdown, which a terminal shows as well. */
    String markdown() {
        var rows = cases.stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "| %s | %.1f | %.1f | %.1f | %s | %.1f | %.0f %% | %.0f %% | %.1f | %d |",
                        one.title(),
                        one.service().rate(),
                        one.service().p50(),
                        one.service().p99(),
                        one.bareTitle(),
                        one.bare().rate(),
                        100 * one.ratio(),
                        100 * one.aim(),
                        one.serviceCpu(),
                        one.service().failures()))
                .collect(Collectors.joining("\n"));
        return """
                | case | service 1/s | p50 ms | p99 ms | bare | bare 1/s | ratio | aim | service CPU ms | failed |
                | --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |
                %s

                %d at once, heap %s: %d let in, %d told when to retry, %d lost, all answered in %.1f s.
                Heap in use after it %.0f MiB (garbage included), resident at most %.0f MiB.
                %d connections; %s s a side, in turns; %d processors shared by service, database and driver.
                """.formatted(
                        rows,
                        crowd.size(),
                        plan.heap(),
                        crowd.signedIn(),
                        crowd.toldToRetry(),
                        crowd.lost(),
                        crowd.seconds(),
                        heap,
                        resident,
                        plan.connections(),
                        plan.side().toMillis() / 1000.0,
                        plan.processors());
    }
}
