package org.sagrada.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.loadtest.storage.Case;
import tools.jackson.databind.json.JsonMapper;

/** The whole command, shortened, against a service and a PostgreSQL that it starts. */
class BenchIT {

    @TempDir
    private Path output = Path.of("set by JUnit");

    @Test
    void measuresEveryCaseOnBothSidesAndNoCallFails() throws IOException {
        var exit = Bench.run("--users=1", "--connections=2", "--seconds=0.4", "--warm-up=0.1", "--output=" + output);
        var report = JsonMapper.shared().readTree(Files.readAllBytes(output.resolve("bench.json")));
        assertThat(report.path("cases").values())
                .extracting(one -> one.path("letter").asString())
                .containsExactlyElementsOf(
                        Arrays.stream(Case.values()).map(Case::letter).toList());
        assertThat(report.path("cases").values()).allSatisfy(one -> {
            for (var side : new String[] {"service", "sql"}) {
                assertThat(one.path(side).path("firstFailure").isNull()).isTrue();
                assertThat(one.path(side).path("failures").asLong()).isZero();
                assertThat(one.path(side).path("calls").asLong()).isPositive();
            }
            assertThat(one.path("ratio").asDouble()).isPositive();
        });
        assertThat(report.path("footprint").path("peakHeap").asDouble()).isBetween(1.0, 512.0);
        assertThat(report.path("footprint").path("diskBytesPerRecord").asDouble())
                .isGreaterThan(1024);
        assertThat(Files.readString(output.resolve("bench.html"))).contains("<svg");
        assertThat(exit).isZero();
    }

    @Test
    void anUnknownCaseOrCommandIsRefused() {
        assertThat(Bench.run("storage", "--cases=a,z", "--output=" + output)).isEqualTo(1);
        assertThat(Bench.run("nothing")).isEqualTo(2);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void aTargetWithoutItsSecretIsRefused() {
        assertThat(Bench.run("--target=http://127.0.0.1:9", "--output=" + output))
                .isEqualTo(1);
        assertThat(output).isEmptyDirectory();
    }
}
