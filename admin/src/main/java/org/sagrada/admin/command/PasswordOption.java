package org.sagrada.admin.command;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import org.sagrada.admin.api.AdminException;
import picocli.CommandLine.Option;

/** How a command gets a password: from the terminal or from its input, never from the command line, which others can see. */
public final class PasswordOption {

    @Option(
            names = "--password-stdin",
            description = "Read the password from the input, where it is a line of its own.")
    private boolean fromInput;

    /** A password that is yet to be set: asked for twice where a person types it. */
    public String askNew(Terminal terminal) {
        @Nullable String password = fromInput ? terminal.readLine() : typed(terminal.console());
        if (password == null || password.isEmpty()) {
            throw AdminException.refused("no password was given");
        }
        return password;
    }

    private static @Nullable String typed(@Nullable Console console) {
        if (console == null) {
            throw AdminException.refused("there is no terminal to ask for the password; use --password-stdin");
        }
        String password = asked(console, "Password: ");
        if (!password.equals(asked(console, "Once more: "))) {
            throw AdminException.refused("the two passwords differ");
        }
        return password;
    }

    private static String asked(Console console, String prompt) {
        char @Nullable [] typed = console.readPassword(prompt);
        return typed == null ? "" : new String(typed);
    }
}
