package org.sagrada.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.admin.Tool.Outcome;
import org.sagrada.service.launch.ServiceLauncher;
import org.sagrada.testkit.PostgresServer;
import org.sagrada.token.TokenServiceApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands for nodes, users and the purge, against a token service that runs. */
class TokenServiceIT {

    private static final String TOKEN = "what only the operator knows";
    private static final String NODE1 = "https://node1.example.org";
    private static final String NODE2 = "https://node2.example.org";

    private static ConfigurableApplicationContext service;
    private static JdbcClient database;
    private static Tool tool;

    @TempDir
    private static Path home;

    @BeforeAll
    static void start() {
        var server = PostgresServer.shared().newDatabase();
        service = ServiceLauncher.of(TokenServiceApplication.class, "token")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--sagrada.database.url=" + server.url(),
                        "--sagrada.database.username=" + server.username(),
                        "--sagrada.database.password=" + server.password(),
                        "--sagrada.public-url=https://sync.example.org",
                        "--sagrada.master-secrets[0]=a secret that the nodes know",
                        "--sagrada.token.admin.token=" + TOKEN,
                        "--sagrada.token.admin.drain-per-second=100");
        database = service.getBean(JdbcClient.class);
        tool = new Tool(Map.of("SAGRADA_TOKEN_ADMIN_URL", url(), "SAGRADA_TOKEN_ADMIN_TOKEN", TOKEN), home);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM user_record").update();
        database.sql("DELETE FROM node").update();
    }

    @Test
    void addsChangesListsAndRemovesNodes() {
        assertThat(tool.run("node", "add", NODE1, "--capacity=10", "--dry-run").out())
                .contains("Dry run");
        assertThat(nodes()).isZero();

        assertThat(tool.run("node", "add", NODE1 + "/", "--capacity=10").out()).contains(NODE1, "10", "open");
        Outcome again = tool.run("node", "add", NODE1, "--capacity=10");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).isEqualTo("sagrada-admin: There is a node of this URL; change that one.\n");
        Outcome changed = tool.run("node", "update", NODE1, "--capacity=20", "--backoff", "--json");
        assertThat(changed.json().path("capacity").asLong()).isEqualTo(20);
        assertThat(changed.json().path("backoff").asBoolean()).isTrue();
        assertThat(tool.run("node", "update", NODE1, "--no-backoff", "--down").out())
                .contains("backoff -> down");
        Outcome listed = tool.run("node", "list");
        assertThat(listed.out().lines()).hasSize(2);
        assertThat(listed.out()).contains("CAPACITY", NODE1, "20", "0.0 %", "down");
        assertThat(tool.run("node", "remove", NODE1).code()).isZero();
        assertThat(nodes()).isZero();
    }

    @Test
    void drainsANodeUntilItIsEmpty() {
        long node = node(NODE1, 10);
        user("alice", node);
        user("bob", node);
        assertThat(tool.run("node", "remove", NODE1).err()).contains("2 users", "--force");
        assertThat(tool.run("node", "drain", NODE1, "--dry-run").code()).isZero();
        assertThat(load(node)).isEqualTo(2);

        Outcome drained = tool.run("node", "drain", NODE1);

        assertThat(drained.code()).isZero();
        assertThat(drained.out()).contains("is empty");
        assertThat(drained.err()).contains("2 of 2 users taken off");
        assertThat(load(node)).isZero();
        assertThat(tool.run("node", "list").out()).contains("draining");
        assertThat(tool.run("node", "drain", NODE1, "--stop").code()).isZero();
        assertThat(tool.run("node", "list").out()).contains("open");
    }

    @Test
    void unassignsSomeOfANodesUsersOrAll() {
        long node = node(NODE1, 10);
        for (String user : new String[] {"alice", "bob", "carol"}) {
            user(user, node);
        }

        assertThat(tool.run("node", "unassign", Long.toString(node), "--dry-run", "--json")
                        .json()
                        .path("unassigned")
                        .asLong())
                .isEqualTo(3);
        assertThat(tool.run("node", "unassign", NODE1, "--limit=2").out()).contains("2 of 3");
        assertThat(load(node)).isEqualTo(1);
        assertThat(tool.run("node", "unassign", NODE1).out()).contains("1 of 1");
        assertThat(load(node)).isZero();
    }

    @Test
    void showsCountsAndMovesUsers() {
        long first = node(NODE1, 10);
        node(NODE2, 10);
        user("alice", first);

        assertThat(tool.run("user", "count", "--json").json().path("users").asLong())
                .isEqualTo(1);
        assertThat(tool.run("user", "count", "--until=1970-01-01T00:00:00Z").out())
                .startsWith("0 users");
        assertThat(tool.run("user", "show", "alice@issuer").out()).contains(NODE1, "live");
        assertThat(tool.run("user", "move", "alice@issuer", "--to=" + NODE2, "--dry-run")
                        .out())
                .contains("Dry run", NODE2);
        assertThat(tool.run("user", "move", "alice@issuer", "--to=" + NODE2).out())
                .contains("Moved alice@issuer to " + NODE2);
        assertThat(tool.run("user", "show", "alice@issuer").out()).contains(NODE2, "live", "replaced");
        Outcome nobody = tool.run("user", "show", "nobody@issuer");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("no such user");
    }

    @Test
    void exportsAndImports() throws IOException {
        long node = node(NODE1, 10);
        user("alice", node);
        user("bob", node);
        Path file = home.resolve("records.jsonl");

        assertThat(tool.run("user", "export", file.toString()).out()).contains("2 records");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(tool.run("user", "export", file.toString()).code()).isEqualTo(1);
        empty();
        node(NODE1, 10);
        assertThat(tool.run("user", "import", file.toString(), "--dry-run").out())
                .contains("Dry run", "2 records");
        assertThat(tool.run("user", "import", file.toString()).out()).contains("Added 2 records, skipped 0");
        assertThat(tool.run("user", "import", file.toString()).out()).contains("Added 0 records, skipped 2");
        assertThat(tool.run("node", "list", "--json")
                        .json()
                        .path(0)
                        .path("load")
                        .asLong())
                .isEqualTo(2);
        Files.writeString(file, "{\"uid\":1}\n");
        assertThat(tool.run("user", "import", file.toString()).err()).contains("line 1 of");
    }

    @Test
    void showsThePurgeAndHastensIt() {
        long node = node("http://127.0.0.1:1", 10);
        user("alice", node);
        tool.run("node", "unassign", Long.toString(node));

        assertThat(tool.run("purge", "status").out()).contains("WAITING");
        assertThat(tool.run("purge", "now", "--dry-run", "--json")
                        .json()
                        .path("hastened")
                        .asLong())
                .isEqualTo(1);
        Outcome now = tool.run("purge", "now");
        assertThat(now.code()).isEqualTo(4);
        assertThat(now.err()).contains("1 records can't be deleted now");
        assertThat(tool.run("purge", "status", "--json").json().path("failing").asLong())
                .isEqualTo(1);
    }

    @Test
    void tellsTheWrongTokenFromNoAnswerAndFromAWrongCommand() {
        Outcome wrong = new Tool(Map.of("SAGRADA_TOKEN_ADMIN_URL", url(), "SAGRADA_TOKEN_ADMIN_TOKEN", "wrong"), home)
                .run("node", "list");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("doesn't take this token");

        assertThat(tool.run("node", "list", "--url=http://127.0.0.1:1").code()).isEqualTo(3);
        assertThat(tool.run("node", "list", "--url=ftp://x").code()).isEqualTo(1);
        assertThat(tool.run("node", "lst").code()).isEqualTo(2);
        assertThat(tool.run("node", "update", NODE1).code()).isEqualTo(1);
        assertThat(tool.run("node", "update", "https://nowhere", "--down").err())
                .contains("no node https://nowhere");
    }

    @Test
    void findsItsWayByTheFilesOfAnOperatorOrOfAStandaloneServer() throws IOException {
        Path data = Files.createDirectories(home.resolve("data"));
        Path file = data.resolve("admin.properties");
        Files.writeString(file, "token.admin.url=" + url() + "\ntoken.admin.token=" + TOKEN + "\n");
        var nothing = new Tool(Map.of(), home);

        assertThat(nothing.run("node", "list").err()).contains("SAGRADA_TOKEN_ADMIN_TOKEN", "--data-dir");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(nothing.run("node", "list", "--data-dir=" + data).err()).contains("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(nothing.run("--data-dir=" + data, "node", "list").code()).isZero();
        assertThat(nothing.run("node", "list", "--config=" + file).code()).isZero();
        Path token = data.resolve("token");
        Files.writeString(token, TOKEN + "\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        assertThat(nothing.run("node", "list", "--url=" + url(), "--token-file=" + token)
                        .code())
                .isZero();
        Path usual = Files.createDirectories(home.resolve(".local/share/sagrada"));
        Files.copy(file, usual.resolve("admin.properties"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(nothing.run("node", "list").code()).isZero();
        Files.delete(usual.resolve("admin.properties"));
    }

    @Test
    void helpsAndCompletes() {
        assertThat(tool.run().out()).contains("node", "user", "purge", "account");
        assertThat(tool.run("node", "drain", "--help").out()).contains("--dry-run", "--no-wait", "Exit codes");
        assertThat(tool.run("completion").out()).contains("complete -F");
        assertThat(tool.run("--version").out()).startsWith("sagrada-admin ");
    }

    private static String url() {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.management.port");
    }

    private static long node(String url, long capacity) {
        return database.sql("INSERT INTO node (url, capacity) VALUES (?, ?) RETURNING id")
                .params(url, capacity)
                .query(Long.class)
                .single();
    }

    private static void user(String name, long node) {
        database.sql("""
                        INSERT INTO user_record (email, generation, keys_changed_at, client_state, created_at, node_id)
                        VALUES (?, 1700000000000, 1700000000000, 'aaaa', 1700000000000, ?)
                        """).params(name + "@issuer", node).update();
        database.sql("UPDATE node SET load = load + 1 WHERE id = ?").param(node).update();
    }

    private static long load(long node) {
        return database.sql("SELECT load FROM node WHERE id = ?")
                .param(node)
                .query(Long.class)
                .single();
    }

    private static long nodes() {
        return database.sql("SELECT count(*) FROM node").query(Long.class).single();
    }
}
