package org.sagrada.token.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.ServiceTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import tools.jackson.databind.JsonNode;

class AdminIT extends ServiceTest {

    private static final long T = 1_700_000_000_000L;
    private static final String NODE2 = "https://node2.example.org";

    @LocalManagementPort
    private int managementPort;

    @Test
    void letsNobodyInWithoutTheToken() {
        for (String path : new String[] {
            "/admin/nodes", "/admin/nodes/1", "/admin/users", "/admin/records", "/admin/purge", "/admin/x"
        }) {
            for (String authorization : new String[] {"", "Bearer wrong"}) {
                Answer answer = administer("GET", path, "", authorization);
                assertThat(answer.code()).isEqualTo(401);
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            }
        }
        assertThat(administer("GET", "/actuator/health", "", "").code()).isEqualTo(200);
    }

    @Test
    void administersNothingOnTheClientsPort() {
        assertThat(get("/admin/nodes", "Bearer " + ADMIN_TOKEN).code()).isEqualTo(404);
    }

    @Test
    void addsChangesListsAndRemovesNodes() {
        Answer added = post("/admin/nodes", "{\"url\":\"" + NODE2 + "/\",\"capacity\":5,\"backoff\":true}");
        long id = added.body().path("id").asLong();

        assertThat(added.body().path("url").asString()).isEqualTo(NODE2);
        assertThat(added.body().path("backoff").asBoolean()).isTrue();
        assertThat(post("/admin/nodes", "{\"url\":\"" + NODE2 + "\",\"capacity\":5}")
                        .code())
                .isEqualTo(409);
        assertThat(post("/admin/nodes", "{\"url\":\"ftp://x\",\"capacity\":5}").code())
                .isEqualTo(400);
        JsonNode changed = patch("/admin/nodes/" + id, "{\"capacity\":7,\"backoff\":false}")
                .body();
        assertThat(changed.path("capacity").asLong()).isEqualTo(7);
        assertThat(changed.path("backoff").asBoolean()).isFalse();
        assertThat(changed.path("downed").asBoolean()).isFalse();
        assertThat(administer("DELETE", "/admin/nodes/" + id, "").code()).isEqualTo(200);
        assertThat(read("/admin/nodes").body().size()).isEqualTo(1);
    }

    @Test
    void changesNothingInADryRun() {
        long node = nodeId();
        ask("alice");

        assertThat(post("/admin/nodes?dryRun=true", "{\"url\":\"" + NODE2 + "\",\"capacity\":5}")
                        .code())
                .isEqualTo(200);
        patch("/admin/nodes/" + node + "?dryRun=true", "{\"capacity\":1}");
        Answer unassigned = post("/admin/nodes/" + node + "/unassign?dryRun=true", "");
        administer("DELETE", "/admin/nodes/" + node + "?dryRun=true", "");

        assertThat(unassigned.body().path("unassigned").asLong()).isEqualTo(1);
        JsonNode nodes = read("/admin/nodes").body();
        assertThat(nodes.size()).isEqualTo(1);
        assertThat(nodes.path(0).path("capacity").asLong()).isEqualTo(1000);
        assertThat(nodes.path(0).path("load").asLong()).isEqualTo(1);
    }

    @Test
    void refusesWhatItDoesNotKnowRatherThanDoItWithoutThat() {
        ask("alice");
        String node = "/admin/nodes/" + nodeId();

        for (String parameter : new String[] {"dryrun=true", "dryRun=yes", "limit=0", "limit=x", "limti=1"}) {
            assertThat(post(node + "/unassign?" + parameter, "").code())
                    .as(parameter)
                    .isEqualTo(400);
        }
        assertThat(patch(node, "{\"draining\":true,\"capactiy\":1}").code()).isEqualTo(400);
        assertThat(read("/admin/users?createdUntil=-1").code()).isEqualTo(400);
        Answer unknown = read("/admin/nothing");
        assertThat(unknown.code()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
        assertThat(unknown.body().path("title").asString()).isEqualTo("Not Found");
        assertThat(read("/admin/nodes").body().path(0).path("load").asLong()).isEqualTo(1);
    }

    @Test
    void tellsHowFarThePurgeIsAndEndsTheGrace() {
        useDeletableNode();
        ask("alice");
        ask("bob");
        long alices = ask("alice").uid();
        post("/admin/users/alice@" + FakeIssuer.NAME + "/move", "{}");

        assertThat(read("/admin/purge").body().path("waiting").asLong()).isEqualTo(1);
        assertThat(read("/admin/purge").body().path("due").asLong()).isZero();
        assertThat(post("/admin/purge?dryRun=true", "").body().path("hastened").asLong())
                .isEqualTo(1);
        assertThat(read("/admin/purge").body().path("due").asLong()).isZero();
        assertThat(post("/admin/purge?node=999999", "").body().path("hastened").asLong())
                .isZero();
        assertThat(post("/admin/purge?node=" + nodeId(), "")
                        .body()
                        .path("hastened")
                        .asLong())
                .isEqualTo(1);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> read("/admin/purge").body().path("waiting").asLong() == 0);
        assertThat(ELSEWHERE.purged()).extracting(TokenPayload::uid).contains(alices);
    }

    @Test
    void unassignsUsersWhoThenGetAnotherNode() {
        long uid = ask("alice").uid();
        addNode(NODE2, 10, 0);
        patch("/admin/nodes/" + nodeId(), "{\"backoff\":true}");

        assertThat(post("/admin/nodes/" + nodeId() + "/unassign", "")
                        .body()
                        .path("unassigned")
                        .asLong())
                .isEqualTo(1);

        Answer answer = ask("alice");
        assertThat(answer.uid()).isGreaterThan(uid);
        assertThat(answer.body().path("api_endpoint").asString()).startsWith(NODE2);
        JsonNode nodes = read("/admin/nodes").body();
        assertThat(nodes.path(0).path("load").asLong()).isZero();
        assertThat(nodes.path(0).path("replaced").asLong()).isEqualTo(1);
        assertThat(nodes.path(1).path("load").asLong()).isEqualTo(1);
    }

    @Test
    void drainsANodeByItself() {
        ask("alice");
        ask("bob");

        patch("/admin/nodes/" + nodeId(), "{\"draining\":true}");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> read("/admin/nodes").body().path(0).path("load").asLong() == 0);
        assertThat(ask("alice").code()).isEqualTo(503);
    }

    @Test
    void movesAUserToANamedNodeOrTheBest() {
        long uid = ask("alice").uid();
        addNode(NODE2, 0, 0);
        String user = "/admin/users/alice@" + FakeIssuer.NAME;

        assertThat(post(user + "/move", "{\"node\":\"" + NODE2 + "\"}")
                        .body()
                        .path(0)
                        .path("node")
                        .asString())
                .isEqualTo(NODE2);

        Answer moved = ask("alice");
        assertThat(moved.uid()).isGreaterThan(uid);
        assertThat(moved.body().path("api_endpoint").asString()).startsWith(NODE2);
        assertThat(post(user + "/move", "{}").body().path(0).path("node").asString())
                .isEqualTo(NODE);
        assertThat(read(user).body().size()).isEqualTo(3);
        assertThat(post(user + "/move", "{\"node\":\"https://nowhere.example.org\"}")
                        .code())
                .isEqualTo(409);
        assertThat(post("/admin/users/nobody@" + FakeIssuer.NAME, "{}").code()).isEqualTo(404);
        assertThat(read("/admin/users/nobody@" + FakeIssuer.NAME).code()).isEqualTo(404);
    }

    @Test
    void countsUsers() {
        ask("alice");
        ask("bob");
        ask("carol");

        assertThat(read("/admin/users").body().path("users").asLong()).isEqualTo(3);
        assertThat(read("/admin/users?createdUntil=1000").body().path("users").asLong())
                .isZero();
    }

    @Test
    void importsWhatItExported() {
        long uid = ask("alice").uid();
        ask("bob");
        JsonNode exported = read("/admin/records").body();
        database.sql("DELETE FROM user_record").update();
        database.sql("UPDATE node SET load = 0").update();

        assertThat(post("/admin/records?dryRun=true", exported.toString())
                        .body()
                        .path("added")
                        .asInt())
                .isEqualTo(2);
        assertThat(read("/admin/records").body().size()).isZero();
        assertThat(post("/admin/records", exported.toString()).body().toString())
                .contains("\"added\":2");
        assertThat(post("/admin/records", exported.toString()).body().toString())
                .contains("\"skipped\":2");

        assertThat(read("/admin/records").body()).isEqualTo(exported);
        assertThat(ask("alice").uid()).isEqualTo(uid);
        assertThat(ask("carol").uid()).isGreaterThan(uid + 1);
        assertThat(read("/admin/nodes").body().path(0).path("load").asLong()).isEqualTo(3);
        database.sql("DELETE FROM user_record WHERE uid = ?").param(uid).update();
        ask("alice");
        assertThat(post("/admin/records", exported.toString()).code()).isEqualTo(409);
        assertThat(post("/admin/records", "[{\"uid\":\"x\"}]").code()).isEqualTo(400);
        assertThat(post("/admin/records", "[{\"uid\":1}]").code()).isBetween(400, 409);
    }

    @Test
    void keepsWhatRefusesDeletedUsersInAnExport() {
        long node = nodeId();
        ask("alice");
        database.sql("UPDATE user_record SET generation = ?, replaced_at = created_at + 1, erase_now = true")
                .param(Long.MAX_VALUE)
                .update();
        administer("DELETE", "/admin/nodes/" + node, "");
        JsonNode exported = read("/admin/records").body();
        database.sql("DELETE FROM user_record").update();
        addNode(NODE, 10, 0);

        assertThat(post("/admin/records", exported.toString())
                        .body()
                        .path("added")
                        .asLong())
                .isEqualTo(1);

        assertThat(read("/admin/records").body()).isEqualTo(exported);
        assertThat(ask("alice").code()).isEqualTo(401);
    }

    private void useDeletableNode() {
        database.sql("UPDATE node SET url = ?").param(ELSEWHERE.publicUrl()).update();
    }

    private Answer ask(String user) {
        return token(ISSUER.user(user, T, T).authorization(), "X-Client-State", "aaaa");
    }

    private long nodeId() {
        return database.sql("SELECT min(id) FROM node").query(Long.class).single();
    }

    private Answer read(String path) {
        return administer("GET", path, "");
    }

    private Answer post(String path, String body) {
        return administer("POST", path, body);
    }

    private Answer patch(String path, String body) {
        return administer("PATCH", path, body);
    }

    private Answer administer(String method, String path, String body) {
        return administer(method, path, body, "Bearer " + ADMIN_TOKEN);
    }

    private Answer administer(String method, String path, String body, String authorization) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request.build());
    }
}
