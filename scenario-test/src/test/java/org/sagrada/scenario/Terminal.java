package org.sagrada.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.cli.Sagrada;
import org.sagrada.client.cli.Surroundings;

/** A device with a home of its own, on which somebody types commands. */
final class Terminal {

    private static final List<String> WITH_SERVER =
            List.of("signup", "login", "pair new", "recovery-key use", "password --password-stdin --forgotten");

    private final Path home;
    private volatile StringWriter out = new StringWriter();
    private volatile StringWriter err = new StringWriter();

    Terminal(Path home) {
        this.home = home;
    }

    /** What the last command printed. */
    String out() {
        return out.toString();
    }

    /** What it said on the side. */
    String err() {
        return err.toString();
    }

    void expect(int code, String input, String... command) {
        assertThat(run(() -> input, command))
                .as(() -> String.join(" ", command) + ": " + out() + err())
                .isEqualTo(code);
    }

    /** Runs a command; its input is asked for when it begins to read. */
    int run(Supplier<String> input, String... command) {
        out = new StringWriter();
        err = new StringWriter();
        var surroundings = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new BufferedReader(new LateReader(input)),
                null,
                false,
                Map.of(),
                home,
                new SecureRandom());
        return Sagrada.run(surroundings, withServer(command));
    }

    private static String[] withServer(String... command) {
        var arguments = new ArrayList<>(List.of(command));
        var text = String.join(" ", command);
        if (WITH_SERVER.stream().anyMatch(text::startsWith)) {
            arguments.addAll(List.of("--server", SharedServer.url()));
        }
        return arguments.toArray(String[]::new);
    }

    /** A text that is made when it is first read. */
    private static final class LateReader extends Reader {

        private final Supplier<String> text;
        private @Nullable Reader reader;

        LateReader(Supplier<String> text) {
            this.text = text;
        }

        @Override
        public int read(char[] buffer, int from, int count) throws IOException {
            if (reader == null) {
                reader = new StringReader(text.get());
            }
            return reader.read(buffer, from, count);
        }

        @Override
        public void close() {}
    }
}
