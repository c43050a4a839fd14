package org.sagrada.service.status;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.web.util.HtmlUtils;

/**
 * A line for each of one or two series over the last hour, as SVG that takes its colours from the page.
 *
 * @param title above it, with its unit
 * @param names of the series, for the legend
 * @param series what to read of a sample
 */
record Plot(String title, List<String> names, List<ToDoubleFunction<Sample>> series) {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 90;

    static Plot of(String title, String name, ToDoubleFunction<Sample> one) {
        return new Plot(title, List.of(name), List.of(one));
    }

    static Plot of(String title, String a, ToDoubleFunction<Sample> one, String b, ToDoubleFunction<Sample> other) {
        return new Plot(title, List.of(a, b), List.of(one, other));
    }

    /** The figure: plot, largest value, and the newest value of each series in the caption. */
    String html(List<Sample> samples) {
        var top = Math.max(
                1e-9,
                series.stream()
                        .flatMapToDouble(one -> samples.stream().mapToDouble(one))
                        .max()
                        .orElse(0));
        var figure = new StringBuilder("<figure><figcaption><b>")
                .append(HtmlUtils.htmlEscape(title))
                .append("</b>");
        for (var i = 0; i < series.size(); i++) {
            var newest = samples.isEmpty() ? "-" : number(series.get(i).applyAsDouble(samples.getLast()));
            figure.append(
                    " <span class=\"line%d\">%s %s</span>".formatted(i, HtmlUtils.htmlEscape(names.get(i)), newest));
        }
        figure.append(
                "</figcaption><svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\">"
                        .formatted(WIDTH, HEIGHT, HtmlUtils.htmlEscape(title)));
        for (var i = 0; i < series.size(); i++) {
            figure.append(
                    "<polyline class=\"line%d\" points=\"%s\"/>".formatted(i, points(samples, series.get(i), top)));
        }
        return figure.append("</svg><small>")
                .append(samples.isEmpty() ? "no samples yet" : "highest " + number(top))
                .append("</small></figure>\n")
                .toString();
    }

    private static String points(List<Sample> samples, ToDoubleFunction<Sample> one, double top) {
        var points = new StringBuilder();
        var x = WIDTH - samples.size();
        for (var sample : samples) {
            points.append(String.format(
                    Locale.ROOT, "%d,%.1f ", x++, HEIGHT - 2 - one.applyAsDouble(sample) / top * (HEIGHT - 4)));
        }
        return points.toString().strip();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%,.0f" : "%.2f", value);
    }
}
