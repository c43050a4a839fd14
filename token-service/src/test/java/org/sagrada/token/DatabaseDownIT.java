package org.sagrada.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** The database goes away and comes back. */
class DatabaseDownIT extends ServiceTest {

    private static final long T = 1_700_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private JdbcConnectionDetails details;

    @LocalManagementPort
    private int managementPort;

    @AfterEach
    void bringBack() throws SQLException {
        allowConnections(true);
        await().atMost(PATIENCE).until(() -> get("/__heartbeat__", "").code() == 200);
    }

    @Test
    void answersThatItCannotNowAndRecoversByItself() throws SQLException {
        long uid = ask("alice").uid();

        allowConnections(false);

        Answer known = ask("alice");
        assertThat(known.code()).isEqualTo(503);
        assertThat(known.header("Retry-After")).isNotEmpty();
        assertThat(known.refusal()).isEqualTo("503 internal-error | internal |  | Server error");
        Answer heartbeat = get("/__heartbeat__", "");
        assertThat(heartbeat.code()).isEqualTo(503);
        assertThat(heartbeat.body().path("database").asString()).isEqualTo("unavailable");
        assertThat(get("/__lbheartbeat__", "").code()).isEqualTo(200);
        Answer nodes = nodes();
        assertThat(nodes.code()).isEqualTo(503);
        assertThat(nodes.header("Content-Type")).startsWith("application/problem+json");

        allowConnections(true);

        await().atMost(PATIENCE).until(() -> get("/__heartbeat__", "").code() == 200);
        await().atMost(PATIENCE).until(() -> ask("alice").code() == 200);
        assertThat(ask("alice").uid()).isEqualTo(uid);
        assertThat(nodes().code()).isEqualTo(200);
    }

    private Answer ask(String user) {
        return token(ISSUER.user(user, T, T).authorization(), "X-Client-State", "aaaa");
    }

    private Answer nodes() {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/admin/nodes"))
                .header("Authorization", "Bearer " + ADMIN_TOKEN)
                .build());
    }

    private void allowConnections(boolean allowed) throws SQLException {
        String url = details.getJdbcUrl();
        int name = url.lastIndexOf('/') + 1;
        String database = url.substring(name);
        try (Connection server = DriverManager.getConnection(
                        url.substring(0, name) + "postgres", details.getUsername(), details.getPassword());
                var statement = server.createStatement()) {
            statement.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS " + allowed);
            if (!allowed) {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
            }
        }
    }
}
