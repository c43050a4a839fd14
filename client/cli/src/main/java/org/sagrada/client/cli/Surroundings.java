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
 */
record Surroundings(
        PrintWriter out,
        PrintWriter err,
        BufferedReader in,
        @Nullable Console console,
        Map<String, String> environment,
        Path home,
        SecureRandom random) {

    CredentialStore accounts() {
        return FileCredentialStore.inHome(environment, home, random);
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
