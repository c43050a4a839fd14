package org.sagrada.browsertest.firefox;

import java.util.Map;
import java.util.TreeMap;

/** A device's bookmarks, by their addresses. */
final class Bookmarks {

    private final Marionette browser;

    Bookmarks(Marionette browser) {
        this.browser = browser;
    }

    void add(String url, String title) {
        add(Map.of(url, title));
    }

    /** Adds many at once: addresses and titles. */
    void add(Map<String, String> titles) {
        browser.inBrowser(Modules.PLACES + """
                await PlacesUtils.bookmarks.insertTree({
                  guid: PlacesUtils.bookmarks.menuGuid,
                  children: Object.entries(args[0]).map(([url, title]) => ({url, title}))});
                """, titles);
    }

    void rename(String url, String title) {
        browser.inBrowser(Modules.PLACES + """
                const {guid} = await PlacesUtils.bookmarks.fetch({url: args[0]});
                await PlacesUtils.bookmarks.update({guid, title: args[1]});
                """, url, title);
    }

    void remove(String url) {
        browser.inBrowser(Modules.PLACES + """
                const {guid} = await PlacesUtils.bookmarks.fetch({url: args[0]});
                await PlacesUtils.bookmarks.remove(guid);
                """, url);
    }

    /** All of them: addresses and titles. */
    Map<String, String> all() {
        var all = new TreeMap<String, String>();
        browser.inBrowser(Modules.PLACES + """
                        const found = {};
                        const walk = node => {
                          for (const child of node.children || []) {
                            if (child.uri) found[child.uri] = child.title || ""; else walk(child);
                          }
                        };
                        for (const root of PlacesUtils.bookmarks.userContentRoots) {
                          walk(await PlacesUtils.promiseBookmarksTree(root) || {});
                        }
                        return found;
                        """)
                .properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().stringValue()));
        return all;
    }
}
