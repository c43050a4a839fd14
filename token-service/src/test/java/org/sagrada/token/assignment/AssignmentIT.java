package org.sagrada.token.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sagrada.token.ServiceTest;

class AssignmentIT extends ServiceTest {

    private static final long T = 1_700_000_000_000L;

    @Test
    void keepsAUserWhereTheyAre() {
        long first = ask("alice", T, T, "aaaa").uid();

        assertThat(ask("alice", T, T, "aaaa").uid()).isEqualTo(first);
        assertThat(ask("bob", T, T, "aaaa").uid()).isNotEqualTo(first);
        assertThat(load(NODE)).isEqualTo(2);
    }

    @Test
    void givesManyFirstRequestsOfOneUserOneUid() throws Exception {
        List<Answer> answers = atOnce(IntStream.range(0, 32)
                .mapToObj(i -> (Callable<Answer>) () -> ask("alice", T, T, "aaaa"))
                .toList());

        assertThat(answers).allMatch(answer -> answer.code() == 200);
        assertThat(answers.stream().map(Answer::uid).distinct()).hasSize(1);
        assertThat(load(NODE)).isEqualTo(1);
    }

    @Test
    void countsManyFirstRequestsOfManyUsersAndOverfillsNoNode() throws Exception {
        database.sql("UPDATE node SET capacity = 20").update();
        addNode("https://node2.example.org", 30, 0);

        List<Answer> answers = atOnce(IntStream.range(0, 64)
                .mapToObj(i -> (Callable<Answer>) () -> ask("user" + i, T, T, "aaaa"))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.code() == 200).hasSize(50);
        assertThat(answers)
                .filteredOn(answer -> answer.code() != 200)
                .allMatch(answer -> answer.refusal().equals("503 internal-error | internal |  | Server error"))
                .allMatch(answer -> !answer.header("Retry-After").isEmpty());
        assertThat(load(NODE)).isEqualTo(20).isEqualTo(records(NODE));
        assertThat(load("https://node2.example.org")).isEqualTo(30).isEqualTo(records("https://node2.example.org"));
    }

    @Test
    void prefersTheNodeWithTheMostRoomForItsSize() {
        database.sql("UPDATE node SET load = 500").update();
        addNode("https://half.example.org", 100, 49);
        addNode("https://down.example.org", 100, 0);
        addNode("https://slow.example.org", 100, 0);
        addNode("https://leaving.example.org", 100, 0);
        database.sql("UPDATE node SET downed = true WHERE url LIKE '%down%'").update();
        database.sql("UPDATE node SET backoff = true WHERE url LIKE '%slow%'").update();
        database.sql("UPDATE node SET draining = true WHERE url LIKE '%leaving%'")
                .update();

        assertThat(ask("alice", T, T, "aaaa").body().path("api_endpoint").asString())
                .startsWith("https://half.example.org/");
        assertThat(ask("bob", T, T, "aaaa").body().path("api_endpoint").asString())
                .startsWith(NODE);
    }

    @Test
    void givesNewKeysANewUidOnTheSameNode() {
        long old = ask("alice", T, T, "aaaa").uid();
        addNode("https://empty.example.org", 1_000_000, 0);

        Answer answer = ask("alice", T + 1, T + 1, "bbbb");

        assertThat(answer.uid()).isGreaterThan(old);
        assertThat(answer.body().path("api_endpoint").asString()).isEqualTo(NODE + "/2.0/" + answer.uid());
        assertThat(load(NODE)).isEqualTo(1);
        assertThat(ask("alice", T, T, "aaaa").refusal())
                .isEqualTo("401 invalid-client-state | header | X-Client-State |"
                        + " Unacceptable client-state value stale value");
    }

    @Test
    void reassignsAUserWhoseRecordWasReplacedAndKeepsWhatIsKnown() {
        long old = ask("alice", T, T, "aaaa").uid();
        database.sql("UPDATE user_record SET replaced_at = created_at").update();

        Answer answer = ask("alice", 0L, T, "aaaa");

        assertThat(answer.uid()).isGreaterThan(old);
        assertThat(database.sql("SELECT generation FROM user_record WHERE replaced_at IS NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(T);
    }

    @Test
    void reassignsAUserWhoseNodeIsGone() {
        long old = ask("alice", T, T, "aaaa").uid();
        addNode("https://node2.example.org", 10, 0);
        database.sql("DELETE FROM node WHERE url = ?").param(NODE).update();

        assertThat(ask("alice", T, T, "aaaa").body().path("api_endpoint").asString())
                .isEqualTo("https://node2.example.org/2.0/" + (old + 1));
    }

    @Test
    void refusesARetiredUser() {
        ask("alice", T, T, "aaaa");
        database.sql("UPDATE user_record SET generation = 9223372036854775807, replaced_at = created_at")
                .update();

        assertThat(ask("alice", T, T, "aaaa").refusal()).isEqualTo("401 invalid-generation | body |  | Unauthorized");
        assertThat(ask("alice", 0L, T, "aaaa").refusal()).isEqualTo("401 invalid-generation | body |  | Unauthorized");
    }

    private Answer ask(String user, long generation, long keysChangedAt, String clientState) {
        String authorization = ISSUER.user(user, generation == 0 ? null : generation, keysChangedAt)
                .authorization();
        return token(authorization, "X-Client-State", clientState);
    }

    private long load(String url) {
        return database.sql("SELECT load FROM node WHERE url = ?")
                .param(url)
                .query(Long.class)
                .single();
    }

    private long records(String url) {
        return database.sql("""
                        SELECT count(*) FROM user_record u JOIN node n ON n.id = u.node_id
                        WHERE n.url = ? AND u.replaced_at IS NULL
                        """).param(url).query(Long.class).single();
    }

    private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
