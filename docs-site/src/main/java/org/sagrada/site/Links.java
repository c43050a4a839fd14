package org.sagrada.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Where documents and files are on the site, which has the shape of the repository. */
final class Links {

    private final Path repository;
    private final Set<Path> files = new TreeSet<>();

    Links(Path repository) {
        this.repository = repository;
    }

    /** The page of a document, or of an API's; other files have none and are themselves. */
    static Path page(Path file) {
        if (ApiReference.isOne(file)) {
            return file.resolveSibling("openapi.html");
        }
        var name = file.getFileName().toString();
        return file.resolveSibling(name.equals("README.md") ? "index.html" : name.replaceAll("\\.md$", ".html"));
    }

    /** A link of a document as its page has it. Files that it leads to are remembered, to be copied. */
    String onSite(Path from, String link) {
        var target = Target.of(from, link);
        if (target.isEmpty()) {
            return link;
        }
        var path = target.get().path();
        if (Files.isDirectory(repository.resolve(path))) {
            path = path.resolve("README.md");
        }
        if (!path.toString().endsWith(".md")) {
            files.add(path);
        }
        var anchor = target.get().anchor();
        return relative(from, page(path)) + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    /** From the page of one document to a file of the site. */
    static String relative(Path from, Path to) {
        var folder = from.getParent() == null ? Path.of("") : from.getParent();
        return folder.relativize(to).toString().replace('\\', '/');
    }

    /** The files that documents lead to. */
    Set<Path> files() {
        return Set.copyOf(files);
    }
}
