package org.sagrada.token.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagrada.token.node.Node;
import org.sagrada.token.user.UserHistory;
import org.sagrada.token.user.UserRecord;
import org.sagrada.token.user.UserState;

class DecisionTableTest {

    private static final Node NODE = new Node(800, "https://example.com");

    /** Known: generation, keys changed at, client state, old states. Asked: the first three. Then the outcome. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Keys never change after the password they change with.
                "1232,1234,aaaa,-, 1235,1236,aaaa, KEYS_CHANGED_AFTER_GENERATION",
                "1232,1234,aaaa,-, 1233,1234,aaaa, raise 1233 1234",
                "1232,1234,aaaa,-, 0,1235,aaaa, raise 1235 1235",
                "1232,1234,aaaa,-, 1236,1235,aaaa, raise 1236 1235",
                "1234,0,aaaa,-, 1234,2345,aaaa, KEYS_CHANGED_AFTER_GENERATION",
                "2345,1200,bbbb,-, 2345,2345,bbbb, raise 2345 2345",
                // Old keys don't come back.
                "1234,1234,bbbb,aaaa, 1235,1235,aaaa, CLIENT_STATE_STALE",
                "1234,1234,bbbb,aaaa, 1234,1234,bbbb, unchanged",
                "1234,1234,bbbb,aaaa, 1235,1235,cccc, new keys 1235 1235 cccc",
                "1234,1234,bbbb,aaaa, 1235,1235,'', CLIENT_STATE_EMPTY",
                "1234,1234,bbbb,'', 1235,1235,'', CLIENT_STATE_EMPTY",
                // New keys come with a new password.
                "1234,1234,aaaa,-, 1234,1234,bbbb, CLIENT_STATE_WITHOUT_GENERATION",
                "1234,1234,aaaa,-, 1233,1235,bbbb, KEYS_CHANGED_AFTER_GENERATION",
                "1234,1234,aaaa,-, 0,1235,bbbb, new keys 1235 1235 bbbb",
                "1235,1235,bbbb,aaaa, 1235,1235,cccc, CLIENT_STATE_WITHOUT_GENERATION",
                "1235,1235,bbbb,aaaa, 1236,1236,cccc, new keys 1236 1236 cccc",
                // New keys come with a new time of their change.
                "1234,1234,aaaa,-, 1235,1234,bbbb, CLIENT_STATE_WITHOUT_KEYS_CHANGED_AT",
                "1234,1234,aaaa,-, 1235,0,bbbb, CLIENT_STATE_WITHOUT_KEYS_CHANGED_AT",
                "1234,1234,aaaa,-, 1235,1235,bbbb, new keys 1235 1235 bbbb",
                "0,0,'',-, 1234,1234,bbbb, new keys 1234 1234 bbbb",
                "1234,1234,bbbb,'', 0,1235,cccc, new keys 1235 1235 cccc",
                "1235,1235,cccc,bbbb, 0,1235,dddd, CLIENT_STATE_WITHOUT_KEYS_CHANGED_AT",
                "1235,1235,cccc,bbbb, 1236,1236,bbbb, CLIENT_STATE_STALE",
                // No time falls.
                "1234,1234,aaaa,-, 1233,1234,aaaa, GENERATION_FELL",
                "1234,1234,aaaa,-, 0,1234,aaaa, unchanged",
                "1234,1234,aaaa,-, 1234,1234,aaaa, unchanged",
                "1234,1234,aaaa,-, 1235,1234,aaaa, raise 1235 1234",
                "1234,1234,aaaa,-, 1234,1233,aaaa, KEYS_CHANGED_AT_FELL",
                "1234,1234,aaaa,-, 1234,0,aaaa, KEYS_CHANGED_AT_FELL",
                // What wasn't known is learned.
                "0,1234,aaaa,-, 0,1234,aaaa, unchanged",
                "0,1234,aaaa,-, 0,1235,aaaa, raise 1235 1235",
                "0,0,aaaa,-, 0,1234,aaaa, raise 1234 1234",
                "0,0,aaaa,-, 1234,0,aaaa, raise 1234 0",
                "1234,0,aaaa,-, 1234,1200,aaaa, raise 1234 1200",
                "1234,0,aaaa,-, 1234,0,aaaa, unchanged",
                "5000,0,aaaa,-, 0,1200,aaaa, raise 5000 1200",
                // A user who is gone stays gone.
                "9223372036854775807,1234,aaaa,-, 1235,1235,aaaa, GENERATION_FELL",
                "9223372036854775807,1234,aaaa,-, 0,1235,aaaa, RETIRED",
                "9223372036854775807,1234,aaaa,-, 9223372036854775807,1235,aaaa, raise 9223372036854775807 1235",
            })
    void decides(
            long g, long k, String c, @Nullable String old, long askedG, long askedK, String askedC, String outcome) {
        List<UserRecord> records = new ArrayList<>();
        records.add(record(2, g, k, c, null, NODE));
        if (old != null) {
            records.add(record(1, 0, 0, old, 1L, NODE));
        }

        Decision decision = DecisionTable.decide(new UserState(askedG, askedK, askedC), new UserHistory(records));

        assertThat(text(decision)).isEqualTo(outcome);
    }

    @Test
    void makesAFirstRecordForAUserNeverSeen() {
        var asked = new UserState(1, 1, "aaaa");

        assertThat(DecisionTable.decide(asked, new UserHistory(List.of()))).isEqualTo(new Decision.FirstRecord(asked));
    }

    @Test
    void reassignsAReplacedUserWithTheTimesThatAreKnown() {
        UserRecord replaced = record(1, 1234, 1234, "aaaa", 5L, NODE);

        assertThat(DecisionTable.decide(new UserState(0, 1234, "aaaa"), new UserHistory(List.of(replaced))))
                .isEqualTo(new Decision.Reassign(new UserState(1234, 1234, "aaaa"), replaced));
        assertThat(text(DecisionTable.decide(new UserState(1233, 1234, "aaaa"), new UserHistory(List.of(replaced)))))
                .isEqualTo("GENERATION_FELL");
    }

    @Test
    void reassignsAUserWhoseNodeIsGoneUnlessTheyAreGoneToo() {
        UserRecord homeless = record(1, 1234, 1234, "aaaa", null, null);
        UserRecord retired = record(1, UserRecord.RETIRED, 1234, "aaaa", 5L, null);

        assertThat(DecisionTable.decide(new UserState(1234, 1234, "aaaa"), new UserHistory(List.of(homeless))))
                .isInstanceOf(Decision.Reassign.class);
        assertThat(text(DecisionTable.decide(
                        new UserState(UserRecord.RETIRED, 1234, "aaaa"), new UserHistory(List.of(retired)))))
                .isEqualTo("RETIRED");
    }

    @Test
    void takesTheRecordOfTheGreatestGenerationThenTheNewest() {
        UserHistory history = new UserHistory(List.of(
                record(4, 1236, 1, "dddd", null, NODE),
                record(3, 1234, 1, "cccc", null, NODE),
                record(2, 1235, 1, "bbbb", null, NODE),
                record(1, 1236, 1, "aaaa", null, NODE)));

        assertThat(history.current())
                .hasValueSatisfying(current -> assertThat(current.uid()).isEqualTo(4));
        assertThat(history.oldClientStates()).containsExactlyInAnyOrder("aaaa", "bbbb", "cccc");
    }

    private static UserRecord record(
            long uid, long g, long k, String c, @Nullable Long replacedAt, @Nullable Node node) {
        return new UserRecord(uid, new UserState(g, k, c), uid, replacedAt, node);
    }

    private static String text(Decision decision) {
        return switch (decision) {
            case Decision.Unchanged same -> "unchanged";
            case Decision.Raise raise ->
                "raise " + raise.raised().state().generation() + " "
                        + raise.raised().state().keysChangedAt();
            case Decision.NewKeys keys ->
                "new keys " + keys.state().generation() + " " + keys.state().keysChangedAt() + " "
                        + keys.state().clientState();
            case Decision.Refuse refuse -> refuse.rule().name();
            case Decision.FirstRecord first -> "first";
            case Decision.Reassign reassign -> "reassign";
        };
    }
}
