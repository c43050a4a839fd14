package org.sagrada.client.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command gets a password: from the terminal or from its input, never from the command line, which others can see. */
final class PasswordOption {

    @Option(
            names = "--password-stdin",
            description = "Read what would be asked for from the input: a line each for password, code and so on.")
    private boolean fromInput;

    /** Asks once, or twice for a password that is yet to be set. */
    String ask(Surroundings surroundings, boolean isNew) {
        return ask(surroundings, isNew, "Password: ");
    }

    /** The same with a prompt. */
    String ask(Surroundings surroundings, boolean isNew, String prompt) {
        String password = fromInput ? surroundings.readLine() : fromTerminal(surroundings.console(), isNew, prompt);
        if (password == null || password.isEmpty()) {
            throw new RefusedException("nothing was given for '" + prompt.replace(": ", "") + "'");
        }
        return password;
    }

    /**
     * Asks for the passphrase of a file.
     *
     * @param fromInput whether it is the next line of the input rather than typed at the terminal
     */
    static char[] passphrase(Surroundings surroundings, boolean fromInput, boolean isNew) {
        String passphrase =
                fromInput ? surroundings.readLine() : fromTerminal(surroundings.console(), isNew, "Passphrase: ");
        if (passphrase == null || passphrase.isEmpty()) {
            throw new RefusedException("no passphrase was given");
        }
        return passphrase.toCharArray();
    }

    private static @Nullable String fromTerminal(@Nullable Console console, boolean isNew, String prompt) {
        if (console == null) {
            throw new RefusedException(
                    "there is no terminal to ask for a password; --password-stdin takes it from the input"
                            + " (--passphrase-stdin, where a file is sealed)");
        }
        String password = asked(console, prompt);
        if (isNew && password != null && !password.equals(asked(console, "Once more: "))) {
            throw new RefusedException("the two differ; nothing was done");
        }
        return password;
    }

    private static @Nullable String asked(Console console, String prompt) {
        char[] typed = console.readPassword(prompt);
        return typed == null ? null : new String(typed);
    }
}
