package org.sagrada.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagrada.scenario.Action.RecordName;

class ScenarioParserTest {

    @Test
    void readsEveryForm() {
        var scenario = ScenarioParser.parse("all.scenario", """
                # A remark
                scenario Everything there is
                devices laptop, phone

                laptop: put notes/one {"title": "First"}
                laptop: delete notes/one
                laptop: sync notes
                phone: sync notes and die after 3 requests
                phone: sync notes and die while uploading
                phone: sync notes is refused
                phone: sync notes is refused: log in
                phone: expect notes/{one} {"count": 2}
                phone: expect notes/one
                phone: expect no notes/one
                phone: expect 2 in notes
                phone: wipe
                phone: log in again
                phone: change the password
                phone: empty the server
                """);

        var one = new RecordName("notes", "one");
        assertThat(scenario.title()).isEqualTo("Everything there is");
        assertThat(scenario.devices()).containsExactly("laptop", "phone");
        assertThat(scenario.steps().get(0).line()).isEqualTo(5);
        assertThat(scenario.steps().stream().map(Scenario.Step::action))
                .containsExactly(
                        new Action.Put(one, Map.of("title", "First")),
                        new Action.Delete(one),
                        new Action.Sync("notes"),
                        new Action.DyingSync("notes", 3),
                        new Action.DyingUpload("notes"),
                        new Action.RefusedSync("notes", Optional.empty()),
                        new Action.RefusedSync("notes", Optional.of("log in")),
                        new Action.Expect(new RecordName("notes", "{one}"), Map.of("count", 2L)),
                        new Action.Expect(one, Map.of()),
                        new Action.ExpectAbsent(one),
                        new Action.ExpectCount(2, "notes"),
                        new Action.Wipe(),
                        new Action.LogIn(),
                        new Action.ChangePassword(),
                        new Action.EmptyServer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "laptop: sync notes|4|the line 'devices ...' must come before the first step",
                "devices a, a|4|the device a is named twice",
                "devices a, B|4|'B' is no name of a device: use a-z, 0-9 and dashes",
                "devices a/|4|'a/' is no name of a device: use a-z, 0-9 and dashes",
            })
    void saysWhatIsWrongWithTheDevices(String text, int line, String message) {
        assertRefused("\n\nscenario S\n" + text, line, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "b: sync notes|a step begins with one of the devices a and a colon",
                "a sync notes|a step begins with one of the devices a and a colon",
                "a|a colon must follow the device's name",
                "a: fly|'fly' is no action; there are put, delete, sync, expect, wipe, log in again, change the password, empty the server",
                "a: put notes/one|'put notes/one' is no action; it has the form: put COLLECTION/ID {\"field\": \"value\"}",
                "a: put notes/one {broken}|{broken} isn't a JSON object",
                "a: delete notes|'delete notes' is no action; it has the form: delete COLLECTION/ID",
                "devices b|a second line 'devices ...'",
                "scenario T|a second line 'scenario ...'",
            })
    void saysWhatIsWrongWithAStep(String text, String message) {
        assertRefused("scenario S\ndevices a\n" + text, 3, message);
    }

    @Test
    void saysWhatIsMissing() {
        assertRefused("", 1, "the scenario has no line 'scenario ...'");
        assertRefused("scenario S", 1, "the scenario has no line 'devices ...'");
        assertRefused("scenario S\ndevices a", 2, "the scenario has no steps");
    }

    private static void assertRefused(String text, int line, String message) {
        assertThatThrownBy(() -> ScenarioParser.parse("x.scenario", text))
                .isInstanceOfSatisfying(
                        ScenarioSyntaxException.class,
                        refusal -> assertThat(refusal.line()).isEqualTo(line))
                .hasMessage("x.scenario:" + line + ": " + message);
    }

    @Test
    void keepsItsPartsInOrder() {
        var scenario = ScenarioParser.parse("x", "scenario S\ndevices a, b\nb: wipe\na: wipe");

        assertThat(scenario.steps().stream().map(Scenario.Step::device)).isEqualTo(List.of("b", "a"));
    }
}
