package org.sagrada.loadtest.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report in lines: for a terminal, or as Markdown. */
public final class Table {

    private static final List<String> HEAD = List.of(
            "case",
            "service 1/s",
            "p50 ms",
            "p99 ms",
            "SQL 1/s",
            "p50 ms",
            "p99 ms",
            "ratio",
            "service CPU ms",
            "database CPU ms",
            "driver CPU ms",
            "WAL B/record",
            "failed");

    private Table() {}

    /** With columns that stand one under another. */
    public static String text(Report report) {
        var rows = rows(report);
        var lines = new StringBuilder();
        for (var row : rows) {
            for (var i = 0; i < row.size(); i++) {
                var column = i;
                var width = rows.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElse(0);
                lines.append(i == 0 ? pad(row.get(i), -width) : "  " + pad(row.get(i), width));
            }
            lines.append('\n');
        }
        return lines + "\n" + notes(report);
    }

    /** To be pasted into a page. */
    public static String markdown(Report report) {
        var rows = rows(report);
        var lines = new StringBuilder();
        lines.append(line(rows.getFirst()));
        lines.append(line(
                HEAD.stream().map(each -> each.equals("case") ? "---" : "---:").toList()));
        rows.stream().skip(1).forEach(row -> lines.append(line(row)));
        return lines + "\n" + notes(report);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String pad(String text, int width) {
        return width == 0 ? text : String.format(Locale.ROOT, "%" + width + "s", text);
    }

    private static List<List<String>> rows(Report report) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        for (var one : report.cases()) {
            var sql = one.sql();
            rows.add(List.of(
                    one.letter() + " " + one.title(),
                    number(one.service().rate()),
                    number(one.service().p50()),
                    number(one.service().p99()),
                    number(sql == null ? null : sql.rate()),
                    number(sql == null ? null : sql.p50()),
                    number(sql == null ? null : sql.p99()),
                    one.ratio() == null ? "-" : String.format(Locale.ROOT, "%.0f %%", one.ratio() * 100),
                    number(one.serviceCpu()),
                    number(one.databaseCpu()),
                    number(one.driverCpu()),
                    number(one.walBytes()),
                    Long.toString(one.service().failures() + (sql == null ? 0 : sql.failures()))));
        }
        return rows;
    }

    /** Three digits that count. */
    static String number(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String notes(Report report) {
        var setup = report.setup();
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%s; SyncStorage %s at %s; %d users; %d connections a side; %s s a side in turns; %d processors shared by all.",
                setup.when(),
                setup.protocol(),
                setup.target(),
                setup.users(),
                setup.connections(),
                number(setup.seconds()),
                setup.processors()));
        var use = report.footprint();
        if (use != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Service: heap up to %s MiB when looked at between turns (garbage included), resident at most %s MiB, CPU %s s in all.",
                    number(use.peakHeap()),
                    number(use.peakResident()),
                    number(use.cpuSeconds())));
            lines.add(String.format(
                    Locale.ROOT,
                    "Loading %,d records of 1 KB over one connection: %s records/s; each %s bytes of WAL, %s bytes on disk.",
                    use.records(),
                    number(use.recordsPerSecond()),
                    number(use.walBytesPerRecord()),
                    number(use.diskBytesPerRecord())));
        }
        report.cases().stream()
                .filter(one -> one.service().firstFailure() != null)
                .map(one -> "Case " + one.letter() + " failed: " + one.service().firstFailure())
                .forEach(lines::add);
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
