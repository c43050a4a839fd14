package org.sagrada.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.sagrada.admin.account.AccountCommands;
import org.sagrada.admin.account.EventCommands;
import org.sagrada.admin.account.KeyCommands;
import org.sagrada.admin.account.LimitCommands;
import org.sagrada.admin.account.MailCommands;
import org.sagrada.admin.api.Access;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.Terminal;
import org.sagrada.admin.node.NodeCommands;
import org.sagrada.admin.output.Format;
import org.sagrada.admin.purge.PurgeCommands;
import org.sagrada.admin.user.UserCommands;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line's beginning: {@code sagrada-admin <group> <command>}. */
@Command(
        name = "sagrada-admin",
        description = "Runs a Sagrada system: its storage nodes, users, accounts and keys.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = AdminVersion.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NodeCommands.class,
            UserCommands.class,
            PurgeCommands.class,
            AccountCommands.class,
            MailCommands.class,
            EventCommands.class,
            KeyCommands.class,
            LimitCommands.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused: the message says why",
            "2:the command line was not understood",
            "3:no answer from the service",
            "4:only a part was done: the message says which"
        })
public final class SagradaAdmin {

    @Mixin
    private Access access = new Access();

    @Mixin
    private Format format = new Format();

    private SagradaAdmin() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                new PrintWriter(System.out, true, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                new BufferedReader(new InputStreamReader(System.in, UTF_8)),
                System.console(),
                System.getenv(),
                // As the shell has it: the platform's own notion comes from the password file.
                Path.of(System.getenv().getOrDefault("HOME", System.getProperty("user.home"))));
        System.exit(run(terminal, arguments));
    }

    /** Runs one command, and tells its exit code. */
    static int run(Terminal terminal, String... arguments) {
        SagradaAdmin admin = new SagradaAdmin();
        CommandContext context = new CommandContext(terminal, admin.access, admin.format);
        CommandLine command = new CommandLine(admin, new CommandFactory(context))
                .addSubcommand("completion", new GenerateCompletion())
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setExecutionExceptionHandler(new PlainErrors())
                .setParameterExceptionHandler(new ShortUsage());
        return command.execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    }
}
