package org.sagrada.client.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.store.CredentialStore;
import org.sagrada.client.store.FileBackOffMemory;
import org.sagrada.client.store.FileCredentialStore;

/**
 * Where a command runs: what it prints to, what it may ask, where it keeps accounts.
 *
 * @param console null where there is no terminal
 * @param errIsTerminal whether somebody sees how far long work is
 */
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        BufferedReader in,
        @Nullable Console console,
        boolean errIsTerminal,
        Map<String, String> environment,
        Path home,
        SecureRandom random) {

    CredentialStore accounts() {
        return FileCredentialStore.inHome(environment, home, random);
    }

    /** Where work that may be interrupted keeps what it has. */
    Path stateDirectory() {
        String configured = environment.get("XDG_STATE_HOME");
        Path state = configured != null && Path.of(configured).isAbsolute()
                ? Path.of(configured)
                : home.resolve(".local").resolve("state");
        return state.resolve("sagrada");
    }

    /** A client that keeps away from servers which asked an earlier command to be left alone. */
    SagradaClient client(Servers servers) {
        return SagradaClient.at(servers, FileBackOffMemory.inHome(environment, home));
    }

    /** Everything that comes in. */
    String readAll() {
        try {
            StringBuilder text = new StringBuilder();
            char[] some = new char[8192];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                text.append(some, 0, count);
            }
            return text.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One line of what comes in; null if there is none. */
    @Nullable
    String readLine() {
        try {
            return in.readLine();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
