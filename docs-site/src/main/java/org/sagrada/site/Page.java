package org.sagrada.site;

import java.nio.file.Path;
import java.util.List;

/** The frame of each page: the way to the others, and the document. */
final class Page {

    private static final Path INDEX = Path.of("docs", "README.md");
    private static final String CALCULATOR = "id=\"calculator\"";

    private final Documents documents;
    private final Links links;

    Page(Documents documents, Links links) {
        this.documents = documents;
        this.links = links;
    }

    /** The whole page of a document. */
    String of(Document document) {
        var text = document.html(links);
        var script = text.contains(CALCULATOR)
                ? "<script src=\"%s\" defer></script>\n".formatted(to(document.path(), "calculator.js"))
                : "";
        return frame(document.path(), document.title(), script, text);
    }

    /** The whole page of an API. */
    String of(ApiReference api) {
        return frame(api.path(), api.title(), api.head(), api.html());
    }

    private String frame(Path path, String title, String head, String text) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s - Sagrada</title>
                <link rel="stylesheet" href="%s">
                %s</head>
                <body>
                <nav aria-label="Documents">
                <a class="home" href="%s">Sagrada</a>
                %s</nav>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(
                        escape(title),
                        to(path, "site.css"),
                        head,
                        Links.relative(path, Path.of("index.html")),
                        navigation(path),
                        text);
    }

    /** The documents that the index names, in its order. */
    private String navigation(Path here) {
        var html = new StringBuilder("<ul>\n");
        for (var other : indexed()) {
            var current = other.path().equals(here) ? " aria-current=\"page\"" : "";
            html.append("<li><a href=\"%s\"%s>%s</a></li>\n"
                    .formatted(Links.relative(here, Links.page(other.path())), current, escape(other.title())));
        }
        return html.append("</ul>\n").toString();
    }

    private List<Document> indexed() {
        return documents.at(INDEX).stream()
                .flatMap(index -> index.links().stream())
                .flatMap(link -> Target.of(INDEX, link).stream())
                .flatMap(target -> documents.at(target.path()).stream())
                .distinct()
                .toList();
    }

    private static String to(Path path, String file) {
        return Links.relative(path, Path.of(file));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
