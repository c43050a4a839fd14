package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.sagrada.client.Account;
import org.sagrada.client.Servers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sagrada signup}. */
@Command(
        name = "signup",
        mixinStandardHelpOptions = true,
        description = "Creates an account and logs this device in to it.")
final class SignUpCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private PasswordOption password = new PasswordOption();

    @Mixin
    private DeviceName deviceName = new DeviceName();

    @Parameters(paramLabel = "EMAIL", description = "The new account's e-mail address.")
    private String email = "";

    SignUpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Servers servers = server.servers();
        Account account = surroundings.client(servers).signUp(email, password.ask(surroundings, true));
        if (!account.isVerified()) {
            surroundings
                    .out()
                    .println("The account is made. Follow the link in the mail to " + email
                            + ", then use 'sagrada login'.");
            return 0;
        }
        new SignIn(surroundings, password, deviceName).complete(servers, account);
        surroundings.out().println("Signed up and logged in as " + account.email() + ".");
        return 0;
    }
}
