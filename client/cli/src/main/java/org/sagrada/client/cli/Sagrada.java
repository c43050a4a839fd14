package org.sagrada.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's beginning: {@code sagrada <command>}. */
@Command(
        name = "sagrada",
        description = "Works with a Sagrada system: accounts, keys and encrypted records.",
        mixinStandardHelpOptions = true,
        versionProvider = ClientVersion.class,
        subcommands = {
            SignUpCommand.class,
            LogInCommand.class,
            LogOutCommand.class,
            AccountsCommand.class,
            StatusCommand.class,
            PasswordCommand.class,
            RecoveryKeyCommand.class,
            ServiceKeyCommand.class,
            DevicesCommand.class,
            PairCommand.class,
            CollectionsCommand.class,
            ListCommand.class,
            GetCommand.class,
            PutCommand.class,
            RemoveCommand.class,
            WatchCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            MigrateCommand.class,
            DoctorCommand.class,
            DemoCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused: the message says why",
            "2:the command line was not understood",
            "3:no answer from a server",
            "4:the system doesn't do what it must",
            "5:not logged in, or no longer",
            "6:a file can't be read or written",
            "7:a fault of this program"
        })
public final class Sagrada {

    private Sagrada() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Surroundings surroundings = new Surroundings(
                new PrintWriter(System.out, true, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                new BufferedReader(new InputStreamReader(System.in, UTF_8)),
                System.console(),
                Boolean.getBoolean("sagrada.terminal"),
                System.getenv(),
                // As the shell has it: the platform's own notion comes from the password file.
                Path.of(System.getenv().getOrDefault("HOME", System.getProperty("user.home"))),
                new SecureRandom());
        System.exit(run(surroundings, arguments));
    }

    /** Runs one command, and tells its exit code. */
    public static int run(Surroundings surroundings, String... arguments) {
        CommandLine command = new CommandLine(new Sagrada(), new CommandFactory(surroundings))
                .setAbbreviatedOptionsAllowed(true)
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setExecutionExceptionHandler(new PlainErrors())
                .setParameterExceptionHandler(new ShortUsage());
        return command.execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    }
}
