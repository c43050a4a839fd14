package org.sagrada.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The alert rules, by Prometheus' own checker. */
class AlertsTest {

    private static final Path RULES = Path.of("..").toAbsolutePath().normalize().resolve("deploy/observability");

    @Test
    void eachAlertFiresWhenItShouldAndNoneOnAHealthySystem() throws IOException, InterruptedException {
        var installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        if (!installed) {
            abort("promtool is not installed (Debian: apt install prometheus); the alert rules are not tried");
        }
        var process = new ProcessBuilder("promtool", "test", "rules", "alerts_test.yml")
                .directory(RULES.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    @Test
    void eachAlertIsTried() throws IOException {
        assertThat(names("alerts_test.yml", "(?m)^  - name: (Sagrada\\w+)$"))
                .isNotEmpty()
                .isEqualTo(names("alerts.yml", "alert: (\\w+)"));
    }

    private static Set<String> names(String file, String pattern) throws IOException {
        var names = new TreeSet<String>();
        Pattern.compile(pattern)
                .matcher(Files.readString(RULES.resolve(file)))
                .results()
                .forEach(match -> names.add(match.group(1)));
        return names;
    }
}
