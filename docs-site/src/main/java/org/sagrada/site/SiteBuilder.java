package org.sagrada.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** Writes the site; refuses to, when a link leads nowhere. */
public final class SiteBuilder {

    private static final List<String> OWN_FILES = List.of("site.css", "calculator.js");

    private SiteBuilder() {}

    /** Takes the repository's folder and the one to write to. Ends with 1 when links are broken, and names them. */
    public static void main(String[] args) throws IOException {
        var repository = Path.of(args[0]).toRealPath();
        var documents = Documents.read(repository);
        var broken = documents.broken();
        if (!broken.isEmpty()) {
            System.err.println("These links lead nowhere:\n  " + String.join("\n  ", broken));
            System.exit(1);
        }
        var site = Path.of(args[1]);
        write(repository, documents, site);
        System.out.println(
                documents.all().size() + " documents: " + site.toRealPath().resolve("index.html"));
    }

    private static void write(Path repository, Documents documents, Path site) throws IOException {
        var links = new Links(repository);
        var page = new Page(documents, links);
        for (var document : documents.all()) {
            var file = site.resolve(Links.page(document.path()));
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, page.of(document));
        }
        for (var file : links.files()) {
            var copy = site.resolve(file);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(repository.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        for (var name : OWN_FILES) {
            try (InputStream in = Objects.requireNonNull(SiteBuilder.class.getResourceAsStream(name))) {
                Files.copy(in, site.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
