package org.sagrada.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sagrada.scenario.Action.RecordName;

class ScenarioParserPropertyTest {

    /** What a scenario prints, it reads as the same scenario, lines aside. */
    @Property(tries = 200)
    void readsWhatItPrints(@ForAll("scenarios") Scenario scenario) {
        var read = ScenarioParser.parse(scenario.file(), scenario.toText());

        assertThat(read.title()).isEqualTo(scenario.title());
        assertThat(read.devices()).isEqualTo(scenario.devices());
        assertThat(read.steps().stream().map(Scenario.Step::toText).toList())
                .isEqualTo(scenario.steps().stream().map(Scenario.Step::toText).toList());
        assertThat(read.steps().stream().map(Scenario.Step::action).toList())
                .isEqualTo(scenario.steps().stream().map(Scenario.Step::action).toList());
    }

    /** Whatever a text is, it is read or refused with a line that it has. */
    @Property(tries = 500)
    void refusesTheRestWithALine(@ForAll("texts") String text) {
        try {
            ScenarioParser.parse("x", text);
        } catch (ScenarioSyntaxException refused) {
            assertThat(refused.line())
                    .isBetween(1, Math.max(1, (int) text.lines().count()));
            assertThat(refused.getMessage()).startsWith("x:" + refused.line() + ": ");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "scenario ",
                "devices ",
                "a",
                "b",
                ", ",
                ": ",
                "put ",
                "sync ",
                "expect ",
                "no ",
                "notes/one",
                "{",
                "}",
                "{\"a\":1}",
                "\n",
                "#",
                " in ",
                "7",
                "and die after ",
                "\u00e4\u0000",
                "99999999999");
        return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        var devices = Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4);
        return devices.flatMap(names -> Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20), steps(names))
                .as((title, steps) -> new Scenario("x", title, names, steps)));
    }

    private static Arbitrary<List<Scenario.Step>> steps(List<String> devices) {
        return Combinators.combine(Arbitraries.of(devices), actions())
                .as((device, action) -> new Scenario.Step(1, device, action))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<Action> actions() {
        var collections =
                Arbitraries.strings().withChars("abcz019_-").ofMinLength(1).ofMaxLength(32);
        var ids = Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(64);
        var records = Combinators.combine(collections, ids).as(RecordName::new);
        var fields = Arbitraries.maps(
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(5),
                        Arbitraries.strings().ofMaxLength(8).map(text -> (Object) text))
                .ofMinSize(1)
                .ofMaxSize(3);
        var numbers = Arbitraries.integers().between(0, 9999);
        return Arbitraries.oneOf(
                Combinators.combine(records, fields).as(Action.Put::new),
                records.map(Action.Delete::new),
                collections.map(Action.Sync::new),
                Combinators.combine(collections, numbers).as(Action.DyingSync::new),
                collections.map(Action.DyingUpload::new),
                collections.map(name -> new Action.RefusedSync(name, Optional.of("reason"))),
                Combinators.combine(records, fields).as(Action.Expect::new),
                records.map(record -> new Action.Expect(record, Map.of())),
                records.map(Action.ExpectAbsent::new),
                Combinators.combine(numbers, collections).as(Action.ExpectCount::new),
                Arbitraries.of(
                        new Action.Wipe(), new Action.LogIn(), new Action.ChangePassword(), new Action.EmptyServer()));
    }
}
