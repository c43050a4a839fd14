package org.sagrada.pidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The database goes away under the running service and comes back. */
@ConnectedPidpIT
class DatabaseDownIT {

    @Autowired
    private PidpClient client;

    @Autowired
    private JdbcConnectionDetails database;

    @Value("${local.management.port}")
    private int managementPort;

    @Test
    void isToldToClientsAndOperatorsAndMendsItself() throws SQLException {
        var account = client.signUp();
        var login = Map.of(
                "email", account.email(), "authPW", account.stretch().authPw().toHex());
        takeAway();
        try {
            for (var answer : List.of(
                    client.post("/v1/account/login", login),
                    client.get("/v1/session/status", SESSION, account.sessionToken()))) {
                assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                assertThat(answer.errno()).isEqualTo(201);
                assertThat(answer.headers().firstValue("Retry-After"))
                        .contains(answer.json().get("retryAfter").toString());
            }
            var heartbeat = client.get("/__heartbeat__");
            assertThat(heartbeat.status()).isEqualTo(503);
            assertThat(heartbeat.text("database")).isEqualTo("unavailable");
            assertThat(client.get("/__lbheartbeat__").status()).isEqualTo(200);
            var operator = accounts();
            assertThat(operator.status()).as(operator.body()).isEqualTo(503);
            assertThat(operator.headers().firstValue("Content-Type")).contains("application/problem+json");
        } finally {
            giveBack();
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> client.get("/__heartbeat__").status() == 200);
        assertThat(client.post("/v1/account/login", login).status()).isEqualTo(200);
        assertThat(accounts().status()).isEqualTo(200);
        assertThat(client.get("/v1/session/status", SESSION, account.sessionToken())
                        .status())
                .isEqualTo(200);
    }

    private Answer accounts() {
        return client.send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/admin/pidp/accounts?limit=1"))
                .header("Authorization", "Bearer " + ConnectedPidpIT.ADMIN_TOKEN)
                .build());
    }

    private void takeAway() throws SQLException {
        execute("ALTER DATABASE %s ALLOW_CONNECTIONS false");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'");
    }

    private void giveBack() throws SQLException {
        execute("ALTER DATABASE %s ALLOW_CONNECTIONS true");
    }

    private void execute(String statement) throws SQLException {
        var url = database.getJdbcUrl();
        var name = url.substring(url.lastIndexOf('/') + 1);
        try (var connection = DriverManager.getConnection(
                        url.substring(0, url.lastIndexOf('/')) + "/postgres",
                        database.getUsername(),
                        database.getPassword());
                var sql = connection.createStatement()) {
            sql.execute(statement.formatted(name));
        }
    }
}
