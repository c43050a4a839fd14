package org.sagrada.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.scenario.Action.RecordName;

/**
 * Reads what a device does. The forms are
 *
 * <pre>
 * put notes/one {"title": "One"}
 * delete notes/one
 * sync notes
 * sync notes and die after 3 requests
 * sync notes and die while uploading
 * sync notes is refused: session
 * expect notes/one {"title": "One"}
 * expect no notes/one
 * expect 2 in notes
 * wipe
 * log in again
 * change the password
 * empty the server
 * </pre>
 */
final class ActionParser {

    private static final String COLLECTION = "([a-z0-9_-]{1,32})";
    private static final String RECORD = COLLECTION + "/([!-~]{1,64})";
    private static final String FIELDS = "(\\{.*\\})";

    private final String file;
    private final int line;
    private final List<Form> forms = List.of(
            new Form("put " + RECORD + " " + FIELDS, found -> new Action.Put(record(found), fields(found.group(3)))),
            new Form("delete " + RECORD, found -> new Action.Delete(record(found))),
            new Form("sync " + COLLECTION, found -> new Action.Sync(found.group(1))),
            new Form(
                    "sync " + COLLECTION + " and die after ([0-9]{1,4}) requests?",
                    found -> new Action.DyingSync(found.group(1), Integer.parseInt(found.group(2)))),
            new Form(
                    "sync " + COLLECTION + " and die while uploading", found -> new Action.DyingUpload(found.group(1))),
            new Form(
                    "sync " + COLLECTION + " is refused(?:: (.+))?",
                    found -> new Action.RefusedSync(found.group(1), Optional.ofNullable(found.group(2)))),
            new Form("expect no " + RECORD, found -> new Action.ExpectAbsent(record(found))),
            new Form(
                    "expect ([0-9]{1,9}) in " + COLLECTION,
                    found -> new Action.ExpectCount(Integer.parseInt(found.group(1)), found.group(2))),
            new Form(
                    "expect " + RECORD + " " + FIELDS,
                    found -> new Action.Expect(record(found), fields(found.group(3)))),
            new Form("expect " + RECORD, found -> new Action.Expect(record(found), Map.of())),
            new Form("wipe", found -> new Action.Wipe()),
            new Form("log in again", found -> new Action.LogIn()),
            new Form("change the password", found -> new Action.ChangePassword()),
            new Form("empty the server", found -> new Action.EmptyServer()));

    ActionParser(String file, int line) {
        this.file = file;
        this.line = line;
    }

    private record Form(Pattern pattern, Function<MatchResult, Action> make) {
        Form(String pattern, Function<MatchResult, Action> make) {
            this(Pattern.compile(pattern, Pattern.DOTALL), make);
        }
    }

    Action parse(String text) {
        for (Form form : forms) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.matches()) {
                return form.make().apply(matcher);
            }
        }
        throw new ScenarioSyntaxException(file, line, "'" + text + "' is no action" + hint(text.split(" ", 2)[0]));
    }

    private static String hint(String verb) {
        return switch (verb) {
            case "put" -> "; it has the form: put COLLECTION/ID {\"field\": \"value\"}";
            case "delete" -> "; it has the form: delete COLLECTION/ID";
            case "sync" ->
                "; the forms are: sync COLLECTION, and after it: and die after N requests, and die while uploading, is refused,"
                        + " is refused: REASON";
            case "expect" ->
                "; the forms are: expect COLLECTION/ID {...}, expect no COLLECTION/ID, expect N in COLLECTION";
            default ->
                "; there are put, delete, sync, expect, wipe, log in again, change the password, empty the server";
        };
    }

    private static RecordName record(MatchResult found) {
        return new RecordName(found.group(1), found.group(2));
    }

    private Map<String, Object> fields(String text) {
        try {
            return Json.parse(text).asMap();
        } catch (UnexpectedAnswerException malformed) {
            throw new ScenarioSyntaxException(file, line, text + " isn't a JSON object");
        }
    }
}
