package org.sagrada.token.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sagrada.token.node.Node;
import org.sagrada.token.user.UserHistory;
import org.sagrada.token.user.UserRecord;
import org.sagrada.token.user.UserState;

class DecisionTablePropertyTest {

    private static final Node NODE = new Node(1, "https://example.com");

    @Property
    void neverLetsATimeFallNorOldKeysComeBack(@ForAll("states") UserState known, @ForAll("states") UserState asked) {
        UserHistory history = new UserHistory(List.of(
                new UserRecord(2, known, 2, null, NODE), new UserRecord(1, new UserState(0, 0, "old"), 1, 1L, NODE)));

        switch (DecisionTable.decide(asked, history)) {
            case Decision.Unchanged same -> assertThat(same.present().state()).isEqualTo(known);
            case Decision.Raise raise -> {
                assertRisen(known, raise.raised().state());
                assertThat(raise.raised().uid()).isEqualTo(2);
                assertThat(asked.clientState()).isEqualTo(known.clientState());
            }
            case Decision.NewKeys keys -> {
                assertRisen(known, keys.state());
                assertThat(asked.clientState()).isNotIn(known.clientState(), "old", "");
            }
            case Decision.Refuse refuse -> assertThat(asked).isNotEqualTo(known);
            case Decision.FirstRecord first -> throw new AssertionError("there is a record");
            case Decision.Reassign reassign -> throw new AssertionError("the record is live");
        }
    }

    @Property
    void acceptsAgainWhatItJustAccepted(@ForAll("states") UserState known, @ForAll("states") UserState asked) {
        UserHistory before = new UserHistory(List.of(new UserRecord(2, known, 2, null, NODE)));
        if (DecisionTable.decide(asked, before) instanceof Decision.Raise raise) {
            UserHistory after =
                    new UserHistory(List.of(new UserRecord(2, raise.raised().state(), 2, null, NODE)));

            assertThat(DecisionTable.decide(asked, after)).isInstanceOf(Decision.Unchanged.class);
        }
    }

    private static void assertRisen(UserState known, UserState now) {
        assertThat(now.generation()).isGreaterThanOrEqualTo(known.generation());
        assertThat(now.keysChangedAt()).isGreaterThanOrEqualTo(known.keysChangedAt());
    }

    @Provide
    Arbitrary<UserState> states() {
        Arbitrary<Long> times = Arbitraries.longs().between(0, 4);
        return Combinators.combine(times, times, Arbitraries.of("", "old", "a", "b"))
                .as(UserState::new);
    }
}
