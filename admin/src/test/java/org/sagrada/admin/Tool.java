package org.sagrada.admin;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.sagrada.admin.command.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as an operator has it: an environment, a home, and something to type. */
record Tool(Map<String, String> environment, Path home) {

    Outcome run(String... arguments) {
        return typing("", arguments);
    }

    /** With a line that is typed, or piped in. */
    Outcome typing(String input, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new BufferedReader(new StringReader(input)),
                null,
                environment,
                home);
        int code = SagradaAdmin.run(terminal, arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** What came of it. */
    record Outcome(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }
}
