package org.sagrada.admin.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command runs.
 *
 * @param console null where there is no terminal
 * @param environment variables by name
 * @param home the operator's
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        BufferedReader in,
        @Nullable Console console,
        Map<String, String> environment,
        Path home) {

    /** One line of what comes in; null if there is none. */
    public @Nullable String readLine() {
        try {
            return in.readLine();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
