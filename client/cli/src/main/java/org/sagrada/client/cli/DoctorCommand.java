package org.sagrada.client.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.sagrada.client.store.SavedAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Examines a system from the outside, and says in plain words what is wrong with it.",
            "If this device is logged in to an account there, its session and its data are examined too."
        })
final class DoctorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ServerOption server = new ServerOption();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Examination examination = new Examination(ServerOption.transport(), Clock.systemUTC());
        List<SavedAccount> accounts = surroundings.accounts().load();
        examination.examine(server.address(), server::servers, accounts);
        examination
                .findings()
                .forEach(finding -> surroundings.out().println((finding.good() ? "ok   " : "BAD  ") + finding.text()));
        return examination.findings().stream().allMatch(Finding::good) ? 0 : 4;
    }
}
