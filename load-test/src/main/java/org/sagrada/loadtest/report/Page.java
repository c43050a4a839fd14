package org.sagrada.loadtest.report;

import java.util.Locale;

/** A report as a page for a browser: bars that need neither a script nor another file. */
public final class Page {

    private static final int BAR = 520;
    private static final int LINE = 30;
    private static final int LEFT = 240;
    private static final int GAP = 46;

    private Page() {}

    /** The page, whole. */
    public static String html(Report report) {
        return """
               <!doctype html>
               <html lang="en"><meta charset="utf-8"><title>Sagrada: benchmark</title>
               <style>body{font:14px sans-serif;margin:2em}pre{overflow:auto}text{font:12px sans-serif}</style>
               <h1>The storage service beside its own SQL</h1>
               <h2>Throughput: the service's as a share of the bare statements'</h2>
               %s<h2>Time of a call, p50 (dark) and p99 (light), in ms</h2>
               %s<pre>%s</pre>
               </html>
               """.formatted(shares(report), times(report), escaped(Table.text(report)));
    }

    private static String shares(Report report) {
        var picture = new StringBuilder();
        var y = 0;
        for (var one : report.cases()) {
            var ratio = one.ratio();
            if (ratio != null) {
                picture.append(label(y, one.title()));
                picture.append(bar(y, Math.min(ratio, 1), "#3b6ea5"));
                picture.append(value(y, Math.min(ratio, 1), String.format(Locale.ROOT, "%.0f %%", ratio * 100)));
                y += LINE;
            }
        }
        return svg(y, picture);
    }

    private static String times(Report report) {
        var most = report.cases().stream()
                .mapToDouble(one -> one.service().p99())
                .max()
                .orElse(1);
        var picture = new StringBuilder();
        var y = 0;
        for (var one : report.cases()) {
            var service = one.service();
            picture.append(label(y, one.title()));
            picture.append(bar(y, service.p99() / most, "#bcd2e8"));
            picture.append(bar(y, service.p50() / most, "#3b6ea5"));
            picture.append(
                    value(y, service.p99() / most, Table.number(service.p50()) + " / " + Table.number(service.p99())));
            y += LINE;
        }
        return svg(y, picture);
    }

    private static String svg(int height, CharSequence inside) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + (LEFT + BAR + 3 * GAP) + "\" height=\"" + height
                + "\">\n" + inside + "</svg>\n";
    }

    private static String label(int y, String text) {
        return "<text x=\"0\" y=\"" + (y + 17) + "\">" + escaped(text) + "</text>\n";
    }

    private static String bar(int y, double share, String colour) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"20\" fill=\"%s\"/>%n",
                LEFT,
                y + 3,
                BAR * share,
                colour);
    }

    private static String value(int y, double share, String text) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>%n", LEFT + BAR * share + 6, y + 17, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
