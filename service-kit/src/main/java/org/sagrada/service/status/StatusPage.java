package org.sagrada.service.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sagrada.service.dockerflow.BuildVersion;
import org.springframework.web.util.HtmlUtils;

/** The page: plots of the last hour, then the tables. It needs no script and asks nobody else for anything. */
final class StatusPage {

    private static final List<Plot> PLOTS = List.of(
            Plot.of("Requests per second", "all", Sample::requests, "5xx", Sample::failures),
            Plot.of("Answered within, ms", "half", Sample::median, "99 of 100", Sample::slow),
            Plot.of("Database connections", "in use", Sample::connections, "waited for", Sample::waiting),
            Plot.of("Heap, MiB", "in use", Sample::heap),
            Plot.of("Processors, %", "used", Sample::processor));

    private final String name;
    private final BuildVersion version;
    private final History history;
    private final List<StatusSection> sections;
    private final Clock clock;
    private final Instant start;

    StatusPage(String name, BuildVersion version, History history, List<StatusSection> sections, Clock clock) {
        this.name = name;
        this.version = version;
        this.history = history;
        this.sections = List.copyOf(sections);
        this.clock = clock;
        this.start = clock.instant();
    }

    /** The page as HTML, of this moment. */
    String html() {
        var page = new StringBuilder("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="10">
                <title>%1$s</title>
                <link rel="stylesheet" href="status.css">
                </head>
                <body>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <div class="plots">
                """.formatted(HtmlUtils.htmlEscape(name), HtmlUtils.htmlEscape(heading())));
        var samples = history.samples();
        PLOTS.forEach(plot -> page.append(plot.html(samples)));
        page.append("</div>\n");
        sections.forEach(section -> page.append(table(section)));
        return page.append("</body>\n</html>\n").toString();
    }

    private String heading() {
        var now = clock.instant();
        return "Version %s, commit %s. Up for %s; now %s. The plots show the last hour."
                .formatted(
                        version.version(),
                        version.commit()
                                .substring(0, Math.min(12, version.commit().length())),
                        words(Duration.between(start, now)),
                        now.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String words(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        return time.toHours() > 0 ? time.toHours() + " h " + time.toMinutesPart() + " min" : time.toMinutes() + " min";
    }

    private static String table(StatusSection section) {
        StatusTable table;
        try {
            table = section.now();
        } catch (RuntimeException e) {
            return "<p class=\"bad\">A part of this page cannot be shown: the database does not answer.</p>\n";
        }
        if (table.rows().isEmpty()) {
            return "";
        }
        var html = new StringBuilder("<h2>%s</h2>\n<table>\n".formatted(HtmlUtils.htmlEscape(table.title())));
        html.append(row("th", table.columns(), table.rows().getFirst()));
        table.rows().forEach(row -> html.append(row("td", row, row)));
        return html.append("</table>\n").toString();
    }

    /** A head stands where its column's cells do: to the right above numbers. */
    private static String row(String element, List<String> cells, List<String> model) {
        var html = new StringBuilder("<tr>");
        for (var i = 0; i < cells.size(); i++) {
            var number = model.get(i).matches("-?[0-9.,]+( ?%)?") ? " class=\"number\"" : "";
            html.append("<%1$s%2$s>%3$s</%1$s>".formatted(element, number, HtmlUtils.htmlEscape(cells.get(i))));
        }
        return html.append("</tr>\n").toString();
    }
}
