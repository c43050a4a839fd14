package org.sagrada.loadtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sagrada.loadtest.measure.Figures;

class ReportTest {

    private static final Setup SETUP = new Setup("2026-01-02T03:04:05Z", "http://localhost:8003", "2.0", 20, 4, 10, 2);

    @Test
    void showsTheServiceAsAShareOfTheBareStatements() {
        var report = report(figures(600, 0), figures(800, 0));
        assertThat(Table.markdown(report))
                .contains("| a GET <it> | 600 | 1.50 | 20.2 | 800 | 1.50 | 20.2 | 75 % |")
                .contains("4 connections a side");
        assertThat(Table.text(report)).contains("75 %");
        assertThat(report.clean()).isTrue();
    }

    @Test
    void leavesOutWhatHasNoDatabaseToCompareWith() {
        var report = report(figures(600, 0), null);
        assertThat(report.cases().getFirst().ratio()).isNull();
        assertThat(Table.markdown(report)).contains("| 600 | 1.50 | 20.2 | - | - | - | - |");
        assertThat(report.clean()).isTrue();
    }

    @Test
    void aFailureOfEitherSideIsToldAndSpoilsTheReport() {
        assertThat(report(figures(1, 3), figures(1, 0)).clean()).isFalse();
        assertThat(report(figures(1, 0), figures(1, 2)).clean()).isFalse();
        assertThat(Table.text(report(figures(1, 3), null))).contains("Case a failed: the service answered 500");
    }

    @Test
    void thePageNeedsNoOtherFileAndEscapesWhatItShows() {
        var page = Page.html(report(figures(600, 0), figures(800, 0)));
        assertThat(page).contains("<svg", "75 %", "GET &lt;it&gt;").doesNotContain("<script", "src=", "GET <it>");
    }

    private static Report report(Figures service, @Nullable Figures sql) {
        return new Report(SETUP, List.of(new Comparison("a", "GET <it>", service, sql, 0.5, 0.75, 0.25, null)), null);
    }

    private static Figures figures(double rate, long failures) {
        return new Figures(100, failures, rate, 1.5, 20.2, failures == 0 ? null : "the service answered 500");
    }
}
