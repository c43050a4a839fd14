package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.sagrada.client.Account;
import org.sagrada.client.Servers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sagrada login}. */
@Command(name = "login", mixinStandardHelpOptions = true, description = "Logs this device in to an account.")
final class LogInCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private PasswordOption password = new PasswordOption();

    @Mixin
    private DeviceName deviceName = new DeviceName();

    @Parameters(paramLabel = "EMAIL", description = "The account's e-mail address.")
    private String email = "";

    LogInCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Servers servers = server.servers();
        Account account = surroundings.client(servers).logIn(email, password.ask(surroundings, false));
        new SignIn(surroundings, password, deviceName).complete(servers, account);
        surroundings.out().println("Logged in as " + account.email() + ".");
        return 0;
    }
}
