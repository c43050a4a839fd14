package org.sagrada.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.sagrada.testkit.PostgresForTests;
import org.sagrada.testkit.api.ApiContract;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The started service over a real PostgreSQL with one node of a thousand places, emptied before each test. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        useMainMethod = SpringBootTest.UseMainMethod.ALWAYS)
@Import({PostgresForTests.class, ApiContract.class, NamedHosts.class})
public abstract class ServiceTest {

    public static final String NODE = "https://node1.example.org";
    public static final String SECRET = "a secret that the nodes know";

    public static final String ADMIN_TOKEN = "only the operator knows this";

    /** A node that this service reaches under another address than the one it is known by. */
    public static final FakeNode ELSEWHERE = FakeNode.knownAs("https://elsewhere.example.org", SECRET);

    public static final FakeIssuer ISSUER = new FakeIssuer();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient database;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("sagrada.public-url", () -> "https://sync.example.org");
        registry.add("sagrada.token.public-url", () -> FakeIssuer.AUDIENCE + "/prefix");
        registry.add("sagrada.master-secrets[0]", () -> SECRET);
        registry.add("sagrada.token.issuers[0].name", () -> FakeIssuer.NAME);
        registry.add("sagrada.token.issuers[0].base-url", ISSUER::url);
        registry.add("sagrada.token.nodes[0].url", () -> NODE);
        registry.add("sagrada.token.nodes[0].capacity", () -> "1000");
        registry.add("sagrada.token.nodes[1].url", () -> ELSEWHERE.publicUrl());
        registry.add("sagrada.token.nodes[1].address", ELSEWHERE::url);
        registry.add("sagrada.token.admin.token", () -> ADMIN_TOKEN);
        registry.add("sagrada.token.fetch.pause", () -> "0s");
        registry.add("sagrada.token.discovery.enabled", () -> "true");
        registry.add("sagrada.token.discovery.domains", () -> String.join(",", NamedHosts.DOMAINS));
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM user_record").update();
        database.sql("DELETE FROM node").update();
        addNode(NODE, 1000, 0);
    }

    protected long addNode(String url, long capacity, long load) {
        return database.sql("INSERT INTO node (url, capacity, load) VALUES (?, ?, ?) RETURNING id")
                .params(url, capacity, load)
                .query(Long.class)
                .single();
    }

    /** Asks for a token with a credential and, in pairs, further headers. */
    protected Answer token(String authorization, String... headers) {
        return get("/1.0/sync/2.0", authorization, headers);
    }

    protected Answer get(String target, String authorization, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + target));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET().build());
    }

    protected Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response, body.isEmpty() ? JSON.nullNode() : JSON.readTree(body));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    protected URI address(String target) {
        return URI.create("http://localhost:" + port + target);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response, JsonNode body) {

        public int code() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Code, status word, location, name and description on one line. */
        public String refusal() {
            JsonNode error = body.path("errors").path(0);
            return code() + " " + body.path("status").asString("") + " | "
                    + error.path("location").asString("") + " | "
                    + error.path("name").asString("") + " | "
                    + error.path("description").asString("");
        }

        public long uid() {
            return body.path("uid").asLong();
        }
    }
}
