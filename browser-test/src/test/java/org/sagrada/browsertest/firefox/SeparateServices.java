package org.sagrada.browsertest.firefox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sagrada.pidp.PidpServiceApplication;
import org.sagrada.service.launch.ServiceLauncher;
import org.sagrada.storage.StorageServiceApplication;
import org.sagrada.testkit.PostgresServer;
import org.sagrada.testkit.TestDatabase;
import org.sagrada.token.TokenServiceApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The three services with a port for each, and nginx with TLS before them under one public name. */
final class SeparateServices implements AutoCloseable {

    private static final String HOST = "sync.sagrada.test";

    private final List<Runnable> running = new ArrayList<>();
    private final int publicPort = freePort();
    private final int pidp = freePort();
    private final int token = freePort();
    private final int storage = freePort();
    private final Authority authority;
    private final Operator operator;
    private final Nginx nginx;

    private SeparateServices(Path directory) {
        this.authority = Authority.withCertificateFor(HOST, directory);
        var database = PostgresServer.shared().newDatabase();
        start(StorageServiceApplication.class, "storage", storage, database);
        start(TokenServiceApplication.class, "token", token, database);
        var started = start(PidpServiceApplication.class, "pidp", pidp, database);
        this.operator =
                new Operator(started.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
        this.nginx = Nginx.start(
                publicPort,
                directory,
                Map.of(
                        "listen 443 ssl", "listen 127.0.0.1:" + publicPort + " ssl",
                        "server_name sync.example.org", "server_name " + HOST,
                        "/etc/letsencrypt/live/sync.example.org/fullchain.pem",
                                authority.certificate().toString(),
                        "/etc/letsencrypt/live/sync.example.org/privkey.pem",
                                authority.key().toString(),
                        "/var/log/nginx/sagrada.log",
                                directory.resolve("access.log").toString(),
                        "127.0.0.1:8001", "127.0.0.1:" + pidp,
                        "127.0.0.1:8002", "127.0.0.1:" + token,
                        "127.0.0.1:8003", "127.0.0.1:" + storage));
        running.add(nginx::close);
    }

    /** Starts everything; a directory takes keys, certificates and logs. */
    static SeparateServices start(Path directory) {
        return new SeparateServices(directory);
    }

    /** What a user tells the browser. */
    String publicUrl() {
        return "https://" + HOST + ":" + publicPort;
    }

    /** The browser's settings that stand in for a name server. */
    Map<String, Object> browserSettings() {
        return Map.of("network.dns.localDomains", HOST);
    }

    /** The certificate that the browser has to trust. */
    Path root() {
        return authority.root();
    }

    /** Whoever runs the PIdP. */
    Operator operator() {
        return operator;
    }

    /** The proxy's log of requests. */
    String proxyLog() {
        return nginx.log();
    }

    private ConfigurableApplicationContext start(Class<?> application, String name, int port, TestDatabase database) {
        ConfigurableApplicationContext context = ServiceLauncher.of(application, name)
                .run(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--server.forward-headers-strategy=native",
                        "--management.server.port=0",
                        "--sagrada.public-url=" + publicUrl(),
                        "--sagrada.master-secrets=a-secret-of-this-test-that-is-long-enough",
                        "--sagrada.database.url=" + database.url(),
                        "--sagrada.database.username=" + database.username(),
                        "--sagrada.database.password=" + database.password(),
                        // Among themselves the services need no proxy, and so no certificate.
                        "--sagrada.token.issuers[0].name=" + HOST + ":" + publicPort,
                        "--sagrada.token.issuers[0].base-url=http://127.0.0.1:" + pidp,
                        "--sagrada.token.nodes[0].url=" + publicUrl(),
                        "--sagrada.token.nodes[0].address=http://127.0.0.1:" + storage,
                        "--sagrada.pidp.event-receivers[0].url=http://127.0.0.1:" + token + "/1.0/webhooks/fxa/events",
                        "--sagrada.pidp.event-receivers[0].audience=" + publicUrl(),
                        Operator.SETTING,
                        "--sagrada.pidp.scrypt.cost=1024");
        running.add(context::close);
        return context;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running.reversed().forEach(Runnable::run);
    }
}
