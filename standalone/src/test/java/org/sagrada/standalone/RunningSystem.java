package org.sagrada.standalone;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.http.BackOffMemory;
import org.sagrada.client.http.HttpTransport;

/** A whole system for the tests of a class, with an own data directory. */
record RunningSystem(Stack stack) implements AutoCloseable {

    static RunningSystem start(Path directory) {
        return new RunningSystem(Stack.start(List.of(
                "--sagrada.standalone.port=0",
                "--sagrada.standalone.management-port=0",
                "--sagrada.standalone.data-dir=" + directory,
                "--sagrada.standalone.cache-dir=" + Path.of("target/cache").toAbsolutePath())));
    }

    String url() {
        return "http://localhost:" + stack.port();
    }

    SagradaClient client() {
        return SagradaClient.at(url());
    }

    /** A client that gets there in a way of its own. */
    SagradaClient client(HttpTransport transport) {
        return new SagradaClient(
                Servers.at(url()), transport, Clock.systemUTC(), new SecureRandom(), BackOffMemory.ofProcess());
    }

    @Override
    public void close() {
        stack.close();
    }
}
