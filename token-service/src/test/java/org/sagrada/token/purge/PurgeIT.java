package org.sagrada.token.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Types;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.token.FakeNode;
import org.sagrada.token.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;

class PurgeIT extends ServiceTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final FakeNode node = new FakeNode(SECRET);

    @Autowired
    private PurgeJob job;

    @Test
    void deletesTheDataOfReplacedRecordsOnceTheirGraceIsOver() {
        useNode();
        long old = addRecord("alice", 450, "bb", 2 * DAY);
        long recent = addRecord("bob", 450, "bb", DAY / 2);
        long live = addRecord("carol", 450, "bb", null);

        await().atMost(Duration.ofSeconds(10)).until(() -> isDeleted(old));

        assertThat(isDeleted(recent)).isFalse();
        assertThat(isDeleted(live)).isFalse();
        assertThat(node.purged()).hasSize(1);
        TokenPayload payload = node.purged().getFirst();
        assertThat(payload.uid()).isEqualTo(old);
        assertThat(payload.fxaUid()).isEqualTo("alice");
        assertThat(payload.fxaKid()).isEqualTo("0000000000450-uw");
    }

    @Test
    void reachesANodeUnderItsAddressAndSignsForItsUrl() {
        database.sql("UPDATE node SET url = ?").param(ELSEWHERE.publicUrl()).update();
        long old = addRecord("alice", 450, "bb", 2 * DAY);

        await().atMost(Duration.ofSeconds(10)).until(() -> isDeleted(old));

        assertThat(ELSEWHERE.purged()).extracting(TokenPayload::uid).contains(old);
    }

    @Test
    void handsTheTraceOfTheEventOnToTheNode() {
        useNode();
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        long old = addRecord("alice", 450, "bb", 2 * DAY);
        database.sql("UPDATE user_record SET traceparent = ?").param(trace).update();

        await().atMost(Duration.ofSeconds(10)).until(() -> isDeleted(old));

        assertThat(node.traces()).containsExactly(trace);
    }

    @Test
    void takesDataThatIsNotThereForDeleted() {
        useNode();
        node.answers(404);
        long old = addRecord("alice", 450, "bb", 2 * DAY);

        await().atMost(Duration.ofSeconds(10)).until(() -> isDeleted(old));
    }

    @Test
    void isNotHeldUpByANodeThatFailsAndLeavesADownedOneAlone() {
        useNode();
        long unreachable = addNode("http://127.0.0.1:1", 10, 0);
        long downed = addNode("http://127.0.0.1:2", 10, 0);
        database.sql("UPDATE node SET downed = true WHERE id = ?").param(downed).update();
        long failing = addRecord("bob", 450, "bb", 3 * DAY);
        long waiting = addRecord("carol", 450, "bb", 3 * DAY);
        database.sql("UPDATE user_record SET node_id = ?").param(unreachable).update();
        database.sql("UPDATE user_record SET node_id = ? WHERE uid = ?")
                .params(downed, waiting)
                .update();
        long old = addRecord("alice", 450, "bb", 2 * DAY);

        await().atMost(Duration.ofSeconds(10)).until(() -> isDeleted(old) && attempts(failing) > 1);

        assertThat(isDeleted(failing)).isFalse();
        assertThat(attempts(waiting)).isZero();
    }

    @Test
    void forgetsRecordsLongAfterTheirDataIsGone() {
        long forgotten = addRecord("alice", 450, "bb", 8 * DAY);
        long withData = addRecord("bob", 450, "bb", 8 * DAY);
        long recent = addRecord("carol", 450, "bb", 6 * DAY);
        database.sql("UPDATE node SET downed = true").update();
        database.sql("UPDATE user_record SET data_deleted_at = 1 WHERE uid IN (?, ?)")
                .params(forgotten, recent)
                .update();

        job.forget();

        assertThat(database.sql("SELECT uid FROM user_record ORDER BY uid")
                        .query(Long.class)
                        .list())
                .isEqualTo(List.of(withData, recent));
    }

    private void useNode() {
        database.sql("UPDATE node SET url = ?").param(node.url()).update();
    }

    private long addRecord(String user, long keysChangedAt, String clientState, @Nullable Long replacedAgo) {
        long now = System.currentTimeMillis();
        return database.sql("""
                        INSERT INTO user_record
                            (email, generation, keys_changed_at, client_state, created_at, replaced_at, node_id)
                        SELECT :email, 456, :keysChangedAt, :clientState, 1, :replacedAt, min(id) FROM node
                        RETURNING uid
                        """)
                .param("email", user + "@accounts.example.org")
                .param("keysChangedAt", keysChangedAt)
                .param("clientState", clientState)
                .param("replacedAt", replacedAgo == null ? null : now - replacedAgo, Types.BIGINT)
                .query(Long.class)
                .single();
    }

    private boolean isDeleted(long uid) {
        return database.sql("SELECT data_deleted_at IS NOT NULL FROM user_record WHERE uid = ?")
                .param(uid)
                .query(Boolean.class)
                .single();
    }

    private int attempts(long uid) {
        return database.sql("SELECT attempts FROM user_record WHERE uid = ?")
                .param(uid)
                .query(Integer.class)
                .single();
    }
}
