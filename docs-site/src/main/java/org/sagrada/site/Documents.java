package org.sagrada.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All documents of the repository: those at its top and those below {@code docs/}. */
final class Documents {

    private final Path repository;
    private final Map<Path, Document> byPath;

    private Documents(Path repository, Map<Path, Document> byPath) {
        this.repository = repository;
        this.byPath = byPath;
    }

    static Documents read(Path repository) throws IOException {
        var byPath = new TreeMap<Path, Document>();
        try (Stream<Path> top = Files.list(repository);
                Stream<Path> docs = Files.walk(repository.resolve("docs"))) {
            var paths = Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(repository::relativize)
                    .toList();
            for (var path : paths) {
                byPath.put(path, Document.read(repository, path));
            }
        }
        return new Documents(repository, byPath);
    }

    List<Document> all() {
        return List.copyOf(byPath.values());
    }

    Optional<Document> at(Path path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Every link that leads nowhere, with the document that has it: a missing file, or a heading that isn't in the document. */
    List<String> broken() {
        var broken = new ArrayList<String>();
        for (var document : all()) {
            for (var link : document.links()) {
                var target = Target.of(document.path(), link);
                if (target.isPresent() && !exists(target.get())) {
                    broken.add(document.path() + ": " + link);
                }
            }
        }
        return broken;
    }

    private boolean exists(Target target) {
        var document = at(target.path());
        if (document.isPresent()) {
            return target.anchor().isEmpty() || document.get().anchors().contains(target.anchor());
        }
        return Files.exists(repository.resolve(target.path()));
    }
}
