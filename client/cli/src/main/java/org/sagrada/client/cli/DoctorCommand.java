package org.sagrada.client.cli;

import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sagrada.client.Servers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Examines a system from the outside, and says in plain words what is wrong with it.",
            "If this device is logged in to an account there, its session, keys and data are examined too."
        })
final class DoctorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private Table table = new Table();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        Servers servers = new Examination(ServerOption.transport(), Clock.systemUTC(), findings)
                .examine(server.address(), server::servers);
        if (servers != null) {
            AccountExamination accounts = new AccountExamination(surroundings, findings);
            surroundings.accounts().load().stream()
                    .filter(account -> account.servers().equals(servers))
                    .forEach(accounts::examine);
        }
        print(findings);
        return findings.allGood() ? 0 : PlainErrors.SYSTEM_FAILS;
    }

    private void print(Findings findings) {
        if (table.isJson()) {
            findings.all()
                    .forEach(finding -> table.row(
                            "check", finding.check(),
                            "grade", finding.grade().name().toLowerCase(Locale.ROOT),
                            "text", finding.text()));
            table.print(surroundings.out());
        } else {
            findings.all()
                    .forEach(finding -> surroundings
                            .out()
                            .println(finding.grade().mark() + "  " + finding.check() + ": " + finding.text()));
        }
    }
}
