package org.sagrada.client.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.Base64Url;

/** Reads the page of nested lists that browsers export, and makes records of the collection {@code bookmarks} of it. */
public final class BookmarkPageReader {

    private static final int ID_BYTES = 9;
    private static final long MILLIS = 1000;

    private final SecureRandom random;
    private final Map<String, Map<String, Object>> records = new LinkedHashMap<>();
    private int bookmarks;

    public BookmarkPageReader(SecureRandom random) {
        this.random = random;
    }

    /**
     * Reads a page into a new folder.
     *
     * @param folderTitle of the folder that gets all of it
     * @param parent the id of the folder that the new one is in
     * @param parentTitle that folder's title
     * @return the new folder's id
     * @throws BackupException if the page has no list of bookmarks
     */
    public String read(Path file, String folderTitle, String parent, String parentTitle) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Element list = Jsoup.parse(in, null, "").selectFirst("dl");
            if (list == null) {
                throw new BackupException("the page has no list of bookmarks");
            }
            return folder(folderTitle, list, parent, parentTitle);
        }
    }

    /** The records by their ids. */
    public Map<String, Map<String, Object>> records() {
        return records;
    }

    /** How many of the records are bookmarks. */
    public int size() {
        return bookmarks;
    }

    private String folder(String title, Element list, String parent, String parentTitle) {
        String id = newId();
        Map<String, Object> folder = record("folder", title, parent, parentTitle);
        records.put(id, folder);
        List<String> children = new ArrayList<>();
        for (Element item : items(list)) {
            read(item, id, title, children);
        }
        folder.put("children", children);
        return id;
    }

    /** The entries of a list; browsers' pages have paragraphs around some, and descriptions that don't end. */
    private static List<Element> items(Element list) {
        List<Element> items = new ArrayList<>();
        for (Element child : list.children()) {
            if (child.normalName().equals("p") || child.normalName().equals("dd")) {
                items.addAll(items(child));
            } else {
                items.add(child);
            }
        }
        return items;
    }

    private void read(Element item, String parent, String parentTitle, List<String> children) {
        if (item.normalName().equals("hr")) {
            children.add(add(record("separator", "", parent, parentTitle)));
        } else if (item.normalName().equals("dt")) {
            Element heading = child(item, "h3");
            Element link = child(item, "a");
            Element separator = child(item, "hr");
            if (heading != null) {
                children.add(readFolder(item, heading, parent, parentTitle));
            } else if (link != null && !link.attr("href").isBlank()) {
                children.add(readBookmark(link, parent, parentTitle));
            }
            if (separator != null) {
                children.add(add(record("separator", "", parent, parentTitle)));
            }
        }
    }

    private String readFolder(Element item, Element heading, String parent, String parentTitle) {
        Element list = child(item, "dl");
        Element next = item.nextElementSibling();
        if (list == null && next != null) {
            list = next.normalName().equals("dl") ? next : child(next, "dl");
        }
        return folder(heading.text(), list == null ? new Element("dl") : list, parent, parentTitle);
    }

    private String readBookmark(Element link, String parent, String parentTitle) {
        Map<String, Object> bookmark = record("bookmark", link.text(), parent, parentTitle);
        bookmark.put("bmkUri", link.attr("href"));
        String tags = link.attr("tags");
        bookmark.put("tags", tags.isBlank() ? List.of() : Arrays.asList(tags.split(",")));
        if (link.hasAttr("shortcuturl")) {
            bookmark.put("keyword", link.attr("shortcuturl"));
        }
        if (link.attr("add_date").matches("[0-9]{1,11}")) {
            bookmark.put("dateAdded", Long.parseLong(link.attr("add_date")) * MILLIS);
        }
        bookmarks++;
        return add(bookmark);
    }

    private static @Nullable Element child(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> child.normalName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Object> record(String type, String title, String parent, String parentTitle) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("type", type);
        record.put("title", title);
        record.put("parentid", parent);
        record.put("parentName", parentTitle);
        return record;
    }

    private String add(Map<String, Object> record) {
        String id = newId();
        records.put(id, record);
        return id;
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }
}
