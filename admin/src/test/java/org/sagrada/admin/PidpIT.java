package org.sagrada.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.admin.Tool.Outcome;
import org.sagrada.pidp.PidpServiceApplication;
import org.sagrada.service.launch.ServiceLauncher;
import org.sagrada.testkit.PostgresServer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands for accounts, mails, events and keys, against a PIdP that runs. */
class PidpIT {

    private static final String TOKEN = "what only the operator knows";

    private static ConfigurableApplicationContext service;
    private static Tool tool;

    @TempDir
    private static Path home;

    @BeforeAll
    static void start() {
        var server = PostgresServer.shared().newDatabase();
        service = ServiceLauncher.of(PidpServiceApplication.class, "pidp")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--sagrada.database.url=" + server.url(),
                        "--sagrada.database.username=" + server.username(),
                        "--sagrada.database.password=" + server.password(),
                        "--sagrada.public-url=https://sync.example.org",
                        "--sagrada.pidp.scrypt.cost=16",
                        "--sagrada.pidp.admin.token=" + TOKEN);
        tool = new Tool(
                Map.of(
                        "SAGRADA_PIDP_ADMIN_URL",
                        "http://127.0.0.1:" + service.getEnvironment().getProperty("local.management.port"),
                        "SAGRADA_PIDP_ADMIN_TOKEN",
                        TOKEN),
                home);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void makesListsLocksAndDeletesAccounts() {
        assertThat(create("alice@example.org", "--dry-run").out()).contains("Dry run");
        assertThat(tool.run("account", "list").out()).doesNotContain("alice@example.org");

        Outcome created = create("alice@example.org", "--json");
        String uid = created.json().path("uid").asString();
        assertThat(uid).matches("[0-9a-f]{32}");
        assertThat(create("alice@example.org").code()).isEqualTo(1);
        assertThat(create("alice@example.org").err()).contains("already exists");
        assertThat(create("alice@example.org", "--dry-run").err()).contains("already exists");
        assertThat(tool.run("account", "list").out()).contains(uid, "alice@example.org", "open");

        assertThat(tool.run("account", "disable", "ALICE@example.org", "--dry-run")
                        .out())
                .contains("Dry run", uid);
        assertThat(tool.run("account", "list").out()).doesNotContain("disabled");
        assertThat(tool.run("account", "disable", "alice@example.org").out()).startsWith("Locked alice@example.org");
        assertThat(tool.run("account", "list").out()).contains("disabled");
        assertThat(tool.run("account", "enable", uid).code()).isZero();
        assertThat(tool.run("account", "verify", uid).code()).isZero();
        assertThat(tool.run("account", "delete", uid, "--dry-run").code()).isZero();
        assertThat(tool.run("account", "disable", "nobody@example.org").err())
                .contains("no account nobody@example.org");
        assertThat(tool.run("account", "disable", "../accounts").err()).contains("no account ../accounts");
        assertThat(tool.run("account", "delete", uid).code()).isZero();
        Outcome gone = tool.run("account", "delete", uid);
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.err()).contains("no account " + uid);
    }

    @Test
    void takesNoPasswordFromTheCommandLineAndNoneThatIsEmpty() {
        assertThat(tool.typing("", "account", "create", "bob@example.org", "--password-stdin")
                        .err())
                .contains("no password was given");
        assertThat(tool.run("account", "create", "bob@example.org").err()).contains("--password-stdin");
        assertThat(tool.run("account", "create", "bob@example.org", "--password=x")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void invitesAndRotatesAndShowsWhatWaits() {
        assertThat(tool.run("account", "invite", "--dry-run").out()).contains("Dry run");
        assertThat(tool.run("account", "invite", "carol@example.org", "--days=3")
                        .out())
                .isNotBlank();
        assertThat(tool.run("account", "invite", "--days=9999").code()).isEqualTo(1);
        assertThat(tool.run("account", "invite", "--days=9999", "--dry-run").code())
                .isEqualTo(1);
        var keys = tool.run("key", "list", "--json").json();
        assertThat(keys.size()).isEqualTo(1);
        assertThat(tool.run("key", "rotate", "--dry-run").out()).contains("Dry run");
        assertThat(tool.run("key", "list", "--json").json()).isEqualTo(keys);
        assertThat(tool.run("key", "rotate").out()).contains("signing key");
        assertThat(tool.run("key", "list").out())
                .contains("now", keys.path(0).path("kid").asString());
        assertThat(tool.run("key", "list", "--json").json().size()).isEqualTo(2);
        assertThat(tool.run("mail", "list").out()).contains("CODE");
        assertThat(tool.run("event", "list", "--json").json().isArray()).isTrue();
    }

    @Test
    void showsAndLiftsLimits() {
        assertThat(tool.run("limit", "lift", "nothing", "nobody").err()).contains("no such limit");
        service.getBean(JdbcClient.class).sql("""
                        INSERT INTO attempt (what, who, counted, ends_at)
                        VALUES ('account', '192.0.2.1', 1000000, now() + interval '1 hour')
                        """).update();
        assertThat(tool.run("limit", "list").out()).contains("account", "192.0.2.1", "1000000");
        assertThat(tool.run("limit", "lift", "account", "192.0.2.1", "--dry-run")
                        .out())
                .contains("Dry run");
        assertThat(tool.run("limit", "list").out()).contains("192.0.2.1");
        assertThat(tool.run("limit", "lift", "account", "192.0.2.1").out()).startsWith("Lifted");
        assertThat(tool.run("limit", "list").out()).doesNotContain("192.0.2.1");
    }

    private static Outcome create(String email, String... more) {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "account";
        arguments[1] = "create";
        arguments[2] = email;
        arguments[3] = "--password-stdin";
        System.arraycopy(more, 0, arguments, 4, more.length);
        return tool.typing("correct horse\n", arguments);
    }
}
