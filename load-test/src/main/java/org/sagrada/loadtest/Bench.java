package org.sagrada.loadtest;

import java.util.List;
import org.sagrada.loadtest.client.ClientBench;
import org.sagrada.loadtest.client.ClientRun;
import org.sagrada.loadtest.client.StartBench;
import org.sagrada.loadtest.ledger.Ledger;
import org.sagrada.loadtest.pidp.PidpBench;
import org.sagrada.loadtest.storage.StorageBench;
import org.sagrada.loadtest.token.TokenBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program that puts load on the services, each by a command of its own; without one it is the storage service's turn. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            StorageBench.class,
            TokenBench.class,
            PidpBench.class,
            ClientBench.class,
            ClientRun.class,
            StartBench.class,
            Ledger.class
        },
        description = {
            "Measures Sagrada's services, and its client. Without a command: storage.",
            "Each command has its own options: bench storage --help"
        })
public final class Bench {

    private static final String DEFAULT = "storage";
    private static final List<String> OWN_OPTIONS = List.of("-h", "--help", "-V", "--version");

    private Bench() {}

    /** Ends with 0 when all was measured and no request failed, 1 when not, 2 when the command line is wrong. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        var commands = new CommandLine(new Bench()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("bench: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        var named = args.length > 0
                && (OWN_OPTIONS.contains(args[0]) || commands.getSubcommands().containsKey(args[0]));
        return commands.execute(named ? args : withDefault(args));
    }

    private static String[] withDefault(String[] args) {
        var named = new String[args.length + 1];
        named[0] = DEFAULT;
        System.arraycopy(args, 0, named, 1, args.length);
        return named;
    }
}
