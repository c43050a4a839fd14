package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.pairing.PairingCode;
import org.sagrada.client.pairing.PairingOffer;
import org.sagrada.client.store.SavedAccount;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sagrada pair}. */
@Command(
        name = "pair",
        mixinStandardHelpOptions = true,
        description = {
            "Logs a new device in without typing the password there.",
            "On the new device: 'sagrada pair new' shows a code. On the one that is logged in: 'sagrada pair add' asks for it."
        },
        subcommands = {PairCommand.NewDevice.class, PairCommand.AddDevice.class})
final class PairCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        if (command != null) {
            command.commandLine().usage(command.commandLine().getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** {@code sagrada pair new}. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = "This device is the new one: shows a code and waits until it is typed on the other.")
    static final class NewDevice implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private ServerOption server = new ServerOption();

        @Mixin
        private DeviceName deviceName = new DeviceName();

        NewDevice(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Servers servers = server.servers();
            SagradaClient client = surroundings.client(servers);
            try (PairingOffer offer = client.pairing().offer()) {
                surroundings.out().println(offer.code().text());
                surroundings
                        .err()
                        .println(
                                "Type this code on the device that is logged in: 'sagrada pair add' asks for it. It is good for"
                                        + " some minutes.");
                Account account = client.resume(offer.await());
                deviceName.register(account, surroundings.environment());
                surroundings.accounts().put(new SavedAccount(servers, account.credentials()));
                surroundings.out().println("Logged in as " + account.email() + ".");
                return 0;
            }
        }
    }

    /** {@code sagrada pair add}. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "This device is logged in: asks for the code that the new one shows, and hands the account over.")
    static final class AddDevice implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private AccountOption account = new AccountOption();

        @Mixin
        private PasswordOption code = new PasswordOption();

        AddDevice(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            SavedAccount saved = account.saved(surroundings);
            PairingCode typed = parse(code.ask(surroundings, false, "Code on the new device: "));
            surroundings.client(saved.servers()).pairing().handOver(saved.credentials(), typed);
            surroundings.out().println("The new device has the account now. 'sagrada devices' lists it.");
            return 0;
        }

        private static PairingCode parse(String typed) {
            try {
                return PairingCode.parse(typed);
            } catch (IllegalArgumentException mistyped) {
                throw new RefusedException("that is no pairing code: it has three groups of four characters");
            }
        }
    }
}
