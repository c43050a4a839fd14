package org.sagrada.client.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sagrada.client.cli.backup.BookmarkPageReader;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.http.Json;
import org.sagrada.client.vault.VaultCollection;

/** Takes over a browser's page of bookmarks: all of it goes into a new folder of the bookmarks menu. */
final class BookmarkImport {

    private static final String BOOKMARKS = "bookmarks";
    private static final String MENU = "menu";

    private final Surroundings surroundings;
    private final DataOption account;

    BookmarkImport(Surroundings surroundings, DataOption account) {
        this.surroundings = surroundings;
        this.account = account;
    }

    int run(Path file) throws IOException {
        BookmarkPageReader page = new BookmarkPageReader(surroundings.random());
        String title = "Imported on " + LocalDate.now(Clock.system(ZoneId.systemDefault()));
        String folder = page.read(file, title, MENU, MENU);
        VaultCollection bookmarks = account.openedVault(surroundings).collection(BOOKMARKS);
        Chunks chunks = new Chunks(surroundings, account.storage(surroundings));
        try (ProgressBar bar =
                new ProgressBar(surroundings, "records", page.records().size())) {
            page.records().forEach((id, fields) -> {
                chunks.add(BOOKMARKS, bookmarks, id, fields);
                bar.advance();
            });
            chunks.add(BOOKMARKS, bookmarks, MENU, menu(bookmarks, folder));
            chunks.flush();
        }
        surroundings
                .out()
                .println(Counted.of(page.size(), "bookmark") + (page.size() == 1 ? " is" : " are") + " in the folder '"
                        + title + "' of the menu now.");
        return chunks.report();
    }

    /** The menu's record with one more child, the rest as it is. */
    private static Map<String, Object> menu(VaultCollection bookmarks, String folder) {
        Optional<Json> there;
        try {
            there = bookmarks.get(MENU);
        } catch (BadRecordException broken) {
            throw new RefusedException("the bookmarks menu's record can't be opened with this account's keys");
        }
        Map<String, Object> menu = new LinkedHashMap<>();
        menu.put("type", "folder");
        menu.put("title", MENU);
        menu.put("parentid", "places");
        menu.put("parentName", "");
        there.filter(record -> !Boolean.TRUE.equals(record.asMap().get("deleted")))
                .ifPresent(record -> menu.putAll(record.asMap()));
        List<Object> children = new ArrayList<>();
        if (menu.get("children") instanceof List<?> known) {
            children.addAll(known);
        }
        children.add(folder);
        menu.put("children", children);
        return menu;
    }
}
