package org.sagrada.client.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.sagrada.client.scenario.FirstSyncScenario;
import org.sagrada.client.scenario.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada demo}: the main job, for a person to watch. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays the first sync of a real browser against a system, and tells of every step.",
            "It signs up a new account each time; nothing that is there is touched."
        })
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ServerOption server = new ServerOption();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = surroundings.out();
        long start = System.nanoTime();
        FirstSyncScenario.Report report = new FirstSyncScenario(
                        server.client(), Recording.firefoxFirstSync(), surroundings.random(), new PrintedProgress(out))
                .run();
        out.printf(
                "%nAll is as it must be: %d records up, %d read back, in %.1f s.%n",
                report.uploaded(), report.readBack(), (System.nanoTime() - start) / 1e9);
        return 0;
    }
}
