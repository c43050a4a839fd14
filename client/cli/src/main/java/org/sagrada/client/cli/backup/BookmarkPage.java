package org.sagrada.client.cli.backup;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sagrada.client.http.Json;

/**
 * Bookmarks as the page of nested lists that every browser imports (the "Netscape bookmark file"). The tree follows the folders'
 * lists of children; what no folder lists is appended to its parent, or else to the other bookmarks.
 */
public final class BookmarkPage {

    private static final String UNFILED = "unfiled";
    private static final Map<String, String> ROOTS = roots();
    private static final int MILLIS = 1000;

    private final Map<String, Json> records = new LinkedHashMap<>();
    private final Set<String> printed = new HashSet<>();
    private int bookmarks;

    private static Map<String, String> roots() {
        Map<String, String> roots = new LinkedHashMap<>();
        roots.put("toolbar", " PERSONAL_TOOLBAR_FOLDER=\"true\">Bookmarks Toolbar");
        roots.put("menu", ">Bookmarks Menu");
        roots.put("mobile", ">Mobile Bookmarks");
        roots.put(UNFILED, " UNFILED_BOOKMARKS_FOLDER=\"true\">Other Bookmarks");
        return roots;
    }

    /** Adds a record of the collection {@code bookmarks}; a tombstone is passed over. */
    public void add(Json cleartext) {
        if (!Boolean.TRUE.equals(cleartext.asMap().get("deleted"))) {
            records.put(cleartext.text("id"), cleartext);
        }
    }

    /** How many bookmarks were printed. */
    public int size() {
        return bookmarks;
    }

    /** Prints the page. */
    public void print(PrintWriter out) {
        out.println("<!DOCTYPE NETSCAPE-Bookmark-file-1>");
        out.println("<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">");
        out.println("<TITLE>Bookmarks</TITLE>");
        out.println("<H1>Bookmarks</H1>");
        out.println("<DL><p>");
        Map<String, Set<String>> strays = strays();
        ROOTS.forEach((id, head) -> {
            out.println("    <DT><H3" + head + "</H3>");
            printChildren(out, id, strays, "    ");
        });
        out.println("</DL><p>");
    }

    /** Records that no folder lists, by the folder that they go to. */
    private Map<String, Set<String>> strays() {
        Set<String> listed = new HashSet<>();
        records.values().forEach(record -> listed.addAll(children(record)));
        Map<String, Set<String>> strays = new LinkedHashMap<>();
        records.forEach((id, record) -> {
            if (!listed.contains(id) && !ROOTS.containsKey(id)) {
                String parent = record.textOrNull("parentid");
                boolean known = parent != null && (records.containsKey(parent) || ROOTS.containsKey(parent));
                strays.computeIfAbsent(known ? parent : UNFILED, any -> new LinkedHashSet<>())
                        .add(id);
            }
        });
        return strays;
    }

    private void printChildren(PrintWriter out, String folder, Map<String, Set<String>> strays, String indent) {
        out.println(indent + "<DL><p>");
        Json record = records.get(folder);
        if (record != null) {
            children(record).forEach(child -> print(out, child, strays, indent + "    "));
        }
        strays.getOrDefault(folder, Set.of()).forEach(child -> print(out, child, strays, indent + "    "));
        if (folder.equals(UNFILED)) {
            // Folders that are in one another, and what is in them.
            records.keySet().stream()
                    .filter(id -> !ROOTS.containsKey(id))
                    .forEach(id -> print(out, id, strays, indent + "    "));
        }
        out.println(indent + "</DL><p>");
    }

    private void print(PrintWriter out, String id, Map<String, Set<String>> strays, String indent) {
        Json record = records.get(id);
        if (record == null || !printed.add(id)) {
            return;
        }
        String title = text(record, "title");
        String type = text(record, "type");
        if (type.equals("folder") || type.equals("livemark")) {
            out.println(indent + "<DT><H3" + added(record) + ">" + escape(title) + "</H3>");
            printChildren(out, id, strays, indent);
        } else if (type.equals("separator")) {
            out.println(indent + "<HR>");
        } else if (type.equals("bookmark") || type.equals("query")) {
            bookmarks++;
            out.println(indent + "<DT><A HREF=\"" + escape(text(record, "bmkUri")) + "\"" + added(record)
                    + keyword(record) + tags(record) + ">" + escape(title) + "</A>");
        }
    }

    private static List<String> children(Json record) {
        return record.asMap().get("children") instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static String added(Json record) {
        Long milliseconds = record.numberOrNull("dateAdded");
        return milliseconds == null ? "" : " ADD_DATE=\"" + milliseconds / MILLIS + "\"";
    }

    private static String keyword(Json record) {
        String keyword = text(record, "keyword");
        return keyword.isEmpty() ? "" : " SHORTCUTURL=\"" + escape(keyword) + "\"";
    }

    private static String tags(Json record) {
        if (record.asMap().get("tags") instanceof List<?> tags && !tags.isEmpty()) {
            return " TAGS=\""
                    + escape(String.join(",", tags.stream().map(String::valueOf).toList())) + "\"";
        }
        return "";
    }

    private static String text(Json record, String name) {
        String text = record.textOrNull(name);
        return text == null ? "" : text;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", " ");
    }
}
