package org.sagrada.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.webjars.WebJarVersionLocator;

/** Writes the site; refuses to, when a link leads nowhere. */
public final class SiteBuilder {

    private static final List<String> OWN_FILES = List.of("site.css", "calculator.js", "reference.css", "reference.js");

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
            write(page.of(document), site.resolve(Links.page(document.path())));
        }
        for (var file : links.files()) {
            var copy = site.resolve(file);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(repository.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
            if (ApiReference.isOne(file)) {
                write(page.of(ApiReference.read(repository, file)), site.resolve(Links.page(file)));
            }
        }
        for (var name : OWN_FILES) {
            copy(name, site.resolve(name));
        }
        var webjars = new WebJarVersionLocator();
        for (var name : ApiReference.LIBRARY) {
            copy("/" + webjars.fullPath("swagger-ui", name), site.resolve(name));
        }
    }

    private static void write(String page, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, page);
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = Objects.requireNonNull(SiteBuilder.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
