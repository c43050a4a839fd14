package org.sagrada.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.scenario.FirstSyncScenario;
import org.sagrada.client.scenario.Progress;
import org.sagrada.client.scenario.Recording;
import org.sagrada.pidp.PidpServiceApplication;
import org.sagrada.service.launch.ServiceLauncher;
import org.sagrada.storage.StorageServiceApplication;
import org.sagrada.testkit.PostgresServer;
import org.sagrada.testkit.TestDatabase;
import org.sagrada.token.TokenServiceApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The services as they are deployed apart: a port for each, one PostgreSQL, and nothing but HTTP between them. */
class ThreeServicesIT {

    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.reversed().forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void aRealBrowsersFirstSyncGoesThroughAllThree() throws IOException {
        var database = PostgresServer.shared().newDatabase();
        var pidp = freePort();
        var token = freePort();
        var storage = freePort();
        var urls = List.of(
                "--sagrada.pidp.public-url=http://localhost:" + pidp,
                "--sagrada.token.public-url=http://localhost:" + token,
                "--sagrada.storage.public-url=http://localhost:" + storage);
        start(StorageServiceApplication.class, "storage", storage, database, urls);
        start(TokenServiceApplication.class, "token", token, database, urls);
        start(PidpServiceApplication.class, "pidp", pidp, database, urls);
        var recording = Recording.firefoxFirstSync();
        var client = SagradaClient.at(Servers.at("http://localhost:" + pidp, "http://localhost:" + token));

        var report = new FirstSyncScenario(client, recording, new SecureRandom(), Progress.silent()).run();

        assertThat(report.uploaded()).isEqualTo(recording.size());
    }

    private void start(Class<?> application, String name, int port, TestDatabase database, List<String> urls) {
        var arguments = new ArrayList<>(urls);
        arguments.addAll(List.of(
                "--server.port=" + port,
                "--management.server.port=0",
                "--sagrada.master-secrets=a-secret-of-this-test-that-is-long-enough",
                "--sagrada.database.url=" + database.url(),
                "--sagrada.database.username=" + database.username(),
                "--sagrada.database.password=" + database.password()));
        running.add(ServiceLauncher.of(application, name).run(arguments.toArray(String[]::new)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
