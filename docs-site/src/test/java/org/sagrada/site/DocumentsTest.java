package org.sagrada.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everyLinkOfTheDocumentsLeadsSomewhere() throws IOException {
        assertThat(Documents.read(REPOSITORY).broken()).isEmpty();
    }

    @Test
    void findsMissingFilesAndMissingHeadings(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("docs"));
        Files.writeString(folder.resolve("docs/other.md"), "# Other\n\n## Two `words`, three\n");
        Files.writeString(
                folder.resolve("README.md"),
                "# Top\n[a](docs/other.md#two-words-three) [b](docs/other.md#four) [c](docs/none.md) [d](https://example.org)\n");

        assertThat(Documents.read(folder).broken())
                .containsExactly("README.md: docs/other.md#four", "README.md: docs/none.md");
    }

    @Test
    void everyDocumentIsInTheIndexOrLinkedFromADocumentThatIs() throws IOException {
        var documents = Documents.read(REPOSITORY);
        var found = new TreeSet<Path>();
        visit(documents, Path.of("README.md"), found);

        assertThat(documents.all().stream().map(Document::path).filter(path -> !found.contains(path)))
                .isEmpty();
    }

    @Test
    void everyAlertHasItsEntryInTheRunbook() throws IOException {
        var alerts = matches(Files.readString(REPOSITORY.resolve("deploy/observability/alerts.yml")), "alert: (\\w+)");
        var entries = matches(Files.readString(REPOSITORY.resolve("docs/runbook.md")), "(?m)^## (Sagrada\\w+)");

        assertThat(alerts).isNotEmpty().isEqualTo(entries);
    }

    @Test
    void everyMeterOfAlertsAndDashboardIsDocumented() throws IOException {
        var used = Files.readString(REPOSITORY.resolve("deploy/observability/alerts.yml"))
                + Files.readString(REPOSITORY.resolve("deploy/observability/grafana-dashboard.json"));
        var documented = new StringBuilder();
        for (var service : new String[] {"pidp", "token", "storage"}) {
            documented.append(Files.readString(REPOSITORY.resolve("docs/" + service + "-service.md")));
        }
        var unknown = matches(used, "\\b(sagrada_(?:pidp|token|storage)_[a-z_]+?)(?:_count|_bucket|_sum)?\\b").stream()
                .filter(meter -> documented.indexOf(meter) < 0)
                .toList();

        assertThat(unknown).isEmpty();
    }

    private static void visit(Documents documents, Path path, Set<Path> found) {
        var document = documents.at(path);
        if (document.isEmpty() || !found.add(path)) {
            return;
        }
        for (var link : document.get().links()) {
            Target.of(path, link).ifPresent(target -> visit(documents, target.path(), found));
        }
    }

    private static Set<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
