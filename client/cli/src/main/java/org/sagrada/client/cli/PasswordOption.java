package org.sagrada.client.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command gets a password: from the terminal or from its input, never from the command line, which others can see. */
final class PasswordOption {

    @Option(
            names = "--password-stdin",
            description = "Read the password from the input, where it is a line of its own.")
    private boolean fromInput;

    /** Asks once, or twice for a password that is yet to be set. */
    String ask(Surroundings surroundings, boolean isNew) {
        return ask(surroundings, isNew, "Password: ");
    }

    /** The same with a prompt. */
    String ask(Surroundings surroundings, boolean isNew, String prompt) {
        String password = fromInput ? surroundings.readLine() : fromTerminal(surroundings.console(), isNew, prompt);
        if (password == null || password.isEmpty()) {
            throw new RefusedException("no password was given");
        }
        return password;
    }

    private static @Nullable String fromTerminal(@Nullable Console console, boolean isNew, String prompt) {
        if (console == null) {
            throw new RefusedException("there is no terminal to ask for the password; use --password-stdin");
        }
        String password = asked(console, prompt);
        if (isNew && password != null && !password.equals(asked(console, "Once more: "))) {
            throw new RefusedException("the two passwords differ");
        }
        return password;
    }

    private static @Nullable String asked(Console console, String prompt) {
        char[] typed = console.readPassword(prompt);
        return typed == null ? null : new String(typed);
    }
}
