package org.sagrada.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's beginning: {@code sagrada <command>}. */
@Command(
        name = "sagrada",
        description = "Works with a Sagrada system: accounts, keys and encrypted records.",
        mixinStandardHelpOptions = true,
        versionProvider = ClientVersion.class,
        subcommands = {DemoCommand.class, CommandLine.HelpCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused: the message says why",
            "2:the command line was not understood",
            "3:no answer from a server",
            "4:the system doesn't do what it must"
        })
public final class Sagrada {

    private Sagrada() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), arguments));
    }

    /** Runs one command, and tells its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine command = new CommandLine(new Sagrada())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(new PlainErrors())
                .setParameterExceptionHandler(new ShortUsage());
        return command.execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    }
}
