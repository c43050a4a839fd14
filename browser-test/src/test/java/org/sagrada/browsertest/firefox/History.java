package org.sagrada.browsertest.firefox;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The addresses that were visited on a device. */
final class History {

    private final Marionette browser;

    History(Marionette browser) {
        this.browser = browser;
    }

    /** Visits each once, some minutes ago. */
    void visit(List<String> urls) {
        browser.inBrowser(Modules.PLACES + """
                await PlacesUtils.history.insertMany(args[0].map((url, index) => ({
                  url,
                  title: "Page " + url,
                  visits: [{
                    date: new Date(Date.now() - 60000 - index * 1000),
                    transition: PlacesUtils.history.TRANSITIONS.LINK}]})));
                """, urls);
    }

    void remove(String url) {
        browser.inBrowser(Modules.PLACES + "await PlacesUtils.history.remove(args[0]);", url);
    }

    /** The addresses that begin with https. */
    Set<String> all() {
        return browser.inBrowser(Modules.PLACES + """
                        const database = await PlacesUtils.promiseDBConnection();
                        const rows = await database.executeCached(`
                          SELECT DISTINCT h.url AS url FROM moz_places h
                          JOIN moz_historyvisits v ON v.place_id = h.id WHERE substr(h.url, 1, 6) = 'https:'`);
                        return rows.map(row => row.getResultByName("url"));
                        """)
                .valueStream()
                .map(url -> url.stringValue())
                .collect(Collectors.toSet());
    }
}
