package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Account;
import org.sagrada.client.store.SavedAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sagrada password}. */
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        description = {
            "Changes the password: asks for the old one, then for the new one.",
            "What is encrypted stays readable; other devices have to log in again.",
            "With --forgotten a code is mailed instead; what is encrypted can't be read any more then. With a recovery key it"
                    + " can: see 'sagrada recovery-key use'."
        })
final class PasswordCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private AccountOption option = new AccountOption();

    @Mixin
    private ServerOption server = new ServerOption();

    @Option(names = "--forgotten", paramLabel = "EMAIL", description = "The old password of this account is lost.")
    private @Nullable String forgotten;

    @Mixin
    private DeviceName deviceName = new DeviceName();

    @Mixin
    private PasswordOption password = new PasswordOption();

    PasswordCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (forgotten != null) {
            return new Reset(surroundings, server, password, deviceName).withoutRecoveryKey(forgotten);
        }
        SavedAccount saved = option.saved(surroundings);
        String old = password.ask(surroundings, false, "Old password: ");
        String changed = password.ask(surroundings, true, "New password: ");
        Account account = surroundings
                .client(saved.servers())
                .changePassword(saved.credentials().email(), old, changed);
        new SignIn(surroundings, password, deviceName).complete(saved.servers(), account);
        surroundings.out().println("The password of " + account.email() + " is changed.");
        return 0;
    }
}
