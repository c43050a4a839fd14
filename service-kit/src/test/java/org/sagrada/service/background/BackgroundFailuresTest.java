package org.sagrada.service.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

@ExtendWith(OutputCaptureExtension.class)
class BackgroundFailuresTest {

    private final BackgroundFailures failures = new BackgroundFailures();

    @Test
    void saysInOneLineThatTheDatabaseIsAway(CapturedOutput output) {
        failures.handleError(new DataAccessResourceFailureException("outer", new SQLException("connection refused")));
        assertThat(output.getAll().lines().toList())
                .singleElement()
                .asString()
                .contains("WARN", "has to wait", "connection refused");
    }

    @Test
    void tellsTheWholeStoryOfAnythingElse(CapturedOutput output) {
        failures.handleError(new IllegalStateException("a bug"));
        assertThat(output.getAll()).contains("ERROR", "a bug", "\tat ");
    }
}
