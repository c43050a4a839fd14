package org.sagrada.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkRequest;
import org.sagrada.model.hawk.HawkSigner;
import org.sagrada.service.launch.ServiceLauncher;
import org.sagrada.testkit.PostgresServer;
import org.sagrada.testkit.TestDatabase;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A master secret is changed while a client works, as the operator's page says: no request of its fails. */
class SecretRotationIT {

    private static final String OLD = "the secret of last year";
    private static final String NEW = "the secret of this year";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final HawkSigner SIGNER = new HawkSigner(Clock.systemUTC(), new SecureRandom());

    private final FakeIssuer issuer = new FakeIssuer();
    private final FakeNode node = new FakeNode(OLD);
    private final TestDatabase database = PostgresServer.shared().newDatabase();

    @Test
    void failsNoRequest() throws Exception {
        List<String> failures = new CopyOnWriteArrayList<>();
        AtomicInteger requests = new AtomicInteger();
        AtomicBoolean working = new AtomicBoolean(true);
        ConfigurableApplicationContext before = start(OLD);
        AtomicReference<ConfigurableApplicationContext> service = new AtomicReference<>(before);

        Thread client = Thread.ofVirtual().start(() -> {
            while (working.get()) {
                try {
                    int status = work(port(service.get()));
                    requests.incrementAndGet();
                    if (status != 200) {
                        failures.add("status " + status);
                    }
                } catch (Exception failed) {
                    failures.add(failed.toString());
                }
            }
        });
        awaitMore(requests);
        node.secrets(NEW, OLD);
        awaitMore(requests);
        ConfigurableApplicationContext after = start(NEW, OLD);
        service.set(after);
        awaitMore(requests);
        before.close();
        node.secrets(NEW);
        awaitMore(requests);
        working.set(false);
        client.join();
        after.close();

        assertThat(failures).isEmpty();
    }

    private static void awaitMore(AtomicInteger requests) {
        int enough = requests.get() + 10;
        await().atMost(Duration.ofSeconds(60)).until(() -> requests.get() >= enough);
    }

    private ConfigurableApplicationContext start(String... secretsNewestFirst) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--sagrada.token.database.url=" + database.url(),
                "--sagrada.token.database.username=" + database.username(),
                "--sagrada.token.database.password=" + database.password(),
                "--sagrada.token.public-url=" + FakeIssuer.AUDIENCE,
                "--sagrada.token.issuers[0].name=" + FakeIssuer.NAME,
                "--sagrada.token.issuers[0].base-url=" + issuer.url(),
                "--sagrada.token.nodes[0].url=" + node.url()));
        for (int i = 0; i < secretsNewestFirst.length; i++) {
            arguments.add("--sagrada.token.master-secrets[" + i + "]=" + secretsNewestFirst[i]);
        }
        return ServiceLauncher.of(TokenServiceApplication.class, "token").run(arguments.toArray(String[]::new));
    }

    /** Gets a token and uses it. */
    private int work(int port) throws Exception {
        var ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/1.0/sync/2.0"))
                .header("Authorization", issuer.user("alice", 1L, 1L).authorization())
                .header("X-Client-State", "aaaa")
                .build();
        HttpResponse<String> answer = HTTP.send(ask, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return answer.statusCode();
        }
        JsonNode token = JsonMapper.builder().build().readTree(answer.body());
        URI data = URI.create(token.path("api_endpoint").asString());
        var credentials = HawkCredentials.ofText(
                token.path("id").asString(), token.path("key").asString());
        var read = HttpRequest.newBuilder(data)
                .header(
                        "Authorization",
                        SIGNER.sign(credentials, HawkRequest.of("GET", data)).format())
                .build();
        return HTTP.send(read, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static int port(ConfigurableApplicationContext context) {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }
}
