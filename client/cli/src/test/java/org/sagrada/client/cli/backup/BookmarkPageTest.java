package org.sagrada.client.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.client.http.Json;

class BookmarkPageTest {

    private static final Pattern LINK = Pattern.compile("<A HREF=\"https://example.org/([^\"]*)\"");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void followsTheFoldersOrder() {
        String page = page(List.of(
                Map.of("id", "toolbar", "type", "folder", "children", List.of("b", "f", "s")),
                bookmark("a", "f", "Inner & <quoted>"),
                bookmark("b", "toolbar", "First"),
                Map.of("id", "s", "type", "separator", "parentid", "toolbar"),
                Map.of("id", "f", "type", "folder", "title", "Folder", "parentid", "toolbar", "children", List.of("a")),
                Map.of("id", "gone", "deleted", true)));

        assertThat(page)
                .startsWith("<!DOCTYPE NETSCAPE-Bookmark-file-1>")
                .containsSubsequence(
                        "PERSONAL_TOOLBAR_FOLDER=\"true\"",
                        ">First</A>",
                        "<H3>Folder</H3>",
                        ">Inner &amp; &lt;quoted&gt;</A>",
                        "<HR>")
                .doesNotContain("gone");
    }

    @Test
    void takesAPageOver() throws IOException {
        Path file = folder.resolve("page.html");
        Files.writeString(file, """
                <!DOCTYPE NETSCAPE-Bookmark-file-1>
                <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
                <DL><p>
                    <DT><A HREF="https://example.org/?a=1&amp;b" ADD_DATE="1600000000" TAGS="x,y">Täst &lt;</A>
                    <DD>What it is about
                    <HR>
                    <DT><H3>Folder</H3>
                    <DL><p><DT><A HREF="https://example.org/inner">Inner</A></DL><p>
                </DL><p>
                """, UTF_8);
        BookmarkPageReader reader = new BookmarkPageReader(new SecureRandom());

        String top = reader.read(file, "Imported", "menu", "menu");

        List<Map<String, Object>> records = List.copyOf(reader.records().values());
        assertThat(reader.size()).isEqualTo(2);
        assertThat(reader.records().get(top)).containsEntry("title", "Imported").containsEntry("parentid", "menu");
        assertThat(records.get(1))
                .containsEntry("bmkUri", "https://example.org/?a=1&b")
                .containsEntry("title", "Täst <")
                .containsEntry("dateAdded", 1_600_000_000_000L)
                .containsEntry("tags", List.of("x", "y"))
                .containsEntry("parentid", top);
        assertThat(records.stream().map(record -> record.get("type")))
                .containsExactly("folder", "bookmark", "separator", "folder", "bookmark");
        assertThat(records.get(4)).containsEntry("parentName", "Folder");
    }

    @Test
    void refusesAPageWithoutBookmarks() throws IOException {
        Path file = Files.writeString(folder.resolve("page.html"), "<html><body>Hello");

        assertThatThrownBy(() -> new BookmarkPageReader(new SecureRandom()).read(file, "Imported", "menu", "menu"))
                .isInstanceOf(BackupException.class);
    }

    /** Whatever shape the records are in: no bookmark is lost, and none is there twice. */
    @Property(tries = 300)
    void printsEveryBookmarkOnce(@ForAll("trees") List<Map<String, Object>> records) {
        List<String> printed =
                LINK.matcher(page(records)).results().map(link -> link.group(1)).toList();

        assertThat(printed)
                .containsExactlyInAnyOrderElementsOf(records.stream()
                        .filter(record -> "bookmark".equals(record.get("type")))
                        .map(record -> (String) record.get("id"))
                        .toList());
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> trees() {
        Arbitrary<String> ids = Arbitraries.of("menu", "unfiled", "a", "b", "c", "d", "e", "f");
        Arbitrary<Map<String, Object>> nodes = Combinators.combine(
                        ids, Arbitraries.of(true, false), ids.list().ofMaxSize(4))
                .as((parent, isFolder, children) -> {
                    Map<String, Object> node = new LinkedHashMap<>();
                    node.put("type", isFolder ? "folder" : "bookmark");
                    node.put("parentid", parent);
                    if (isFolder) {
                        node.put("children", children);
                    }
                    return node;
                });
        return nodes.list().ofMaxSize(6).map(list -> {
            List<Map<String, Object>> named = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                Map<String, Object> node = new LinkedHashMap<>(list.get(i));
                String id = String.valueOf((char) ('a' + i));
                node.put("id", id);
                node.put("title", id);
                node.put("bmkUri", "https://example.org/" + id);
                named.add(node);
            }
            return named;
        });
    }

    private static Map<String, Object> bookmark(String id, String parent, String title) {
        return Map.of(
                "id",
                id,
                "type",
                "bookmark",
                "parentid",
                parent,
                "title",
                title,
                "bmkUri",
                "https://example.org/" + id);
    }

    private static String page(List<Map<String, Object>> records) {
        BookmarkPage page = new BookmarkPage();
        records.forEach(record -> page.add(Json.parse(Json.format(record))));
        StringWriter text = new StringWriter();
        page.print(new PrintWriter(text, true));
        return text.toString();
    }
}
