package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.sagrada.client.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sagrada recovery-key}. */
@Command(
        name = "recovery-key",
        mixinStandardHelpOptions = true,
        description = {
            "The key on paper that keeps everything readable when the password is lost.",
            "Without a subcommand it tells whether there is one."
        },
        subcommands = {RecoveryKeyCommand.Create.class, RecoveryKeyCommand.Use.class, RecoveryKeyCommand.Delete.class})
final class RecoveryKeyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private AccountOption account = new AccountOption();

    @Mixin
    private Table table = new Table();

    RecoveryKeyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Account current = account.account(surroundings);
        table.row(
                "email", current.email(), "recovery key", current.recoveryKeys().exists() ? "yes" : "none");
        table.print(surroundings.out());
        return 0;
    }

    /** {@code sagrada recovery-key create}. */
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes a recovery key and prints it, once. An earlier one becomes useless.")
    static final class Create implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private AccountOption account = new AccountOption();

        Create(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Account current = account.account(surroundings);
            surroundings
                    .out()
                    .println(RecoveryKeyText.format(
                            current.recoveryKeys().create(current.kB()).bytes()));
            surroundings
                    .err()
                    .println(
                            "Write it down and keep it where nobody else looks: with it and your mail one can set a new"
                                    + " password. It isn't shown again.");
            return 0;
        }
    }

    /** {@code sagrada recovery-key use}. */
    @Command(
            name = "use",
            mixinStandardHelpOptions = true,
            description = {
                "Sets a new password with the recovery key: asks for the code that is mailed, the key, and the password.",
                "Everything stays readable. The key is used up."
            })
    static final class Use implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private ServerOption server = new ServerOption();

        @Mixin
        private PasswordOption secrets = new PasswordOption();

        @Mixin
        private DeviceName deviceName = new DeviceName();

        @Parameters(paramLabel = "EMAIL", description = "The account's e-mail address.")
        private String email = "";

        Use(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            return new Reset(surroundings, server, secrets, deviceName).withRecoveryKey(email);
        }
    }

    /** {@code sagrada recovery-key delete}. */
    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Makes the recovery key useless.")
    static final class Delete implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private AccountOption account = new AccountOption();

        Delete(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            account.account(surroundings).recoveryKeys().remove();
            surroundings.out().println("There is no recovery key any more.");
            return 0;
        }
    }
}
