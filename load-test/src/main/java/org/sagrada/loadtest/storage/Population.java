package org.sagrada.loadtest.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The users that a run loads, with the numbers from 1 on: each has bookmarks of 1,000 records of 1 KB, and small collections such as a
 * browser has; the first few have a history of 10,000 records, of which 10 came last.
 *
 * @param users how many
 * @param histories how many of them have a history
 * @param newer the version that all of a history but 10 records have at most, in 1/100 s since 1970; the first user's first
 */
public record Population(int users, int histories, List<Long> newer) {

    static final String BOOKMARKS = "bookmarks";
    static final String HISTORY = "history";
    static final int BOOKMARK_RECORDS = 1000;
    static final int HISTORY_RECORDS = 10_000;
    static final int NEW_RECORDS = 10;
    private static final int POST = 100;
    private static final int MOST_HISTORIES = 4;

    /** The records that these many users have at first. */
    public static int records(int users) {
        return users * BOOKMARK_RECORDS + Math.min(users, MOST_HISTORIES) * HISTORY_RECORDS;
    }

    /** Loads the users' records, whatever they had before, and tells of each user that is done. */
    public static Population load(Storage storage, int users, RandomGenerator random, Runnable progress)
            throws IOException, SQLException {
        var histories = Math.min(users, MOST_HISTORIES);
        var newer = new ArrayList<Long>();
        for (var user = 1; user <= users; user++) {
            storage.eraseAll(user);
            fill(storage, user, BOOKMARKS, BOOKMARK_RECORDS, random);
            for (var small : new String[] {"clients", "crypto", "forms", "meta", "prefs", "tabs"}) {
                storage.put(user, small, Item.random("first", Item.KILOBYTE, random));
            }
            if (user <= histories) {
                newer.add(fill(storage, user, HISTORY, HISTORY_RECORDS, random));
                storage.post(user, HISTORY, Item.numbered("h", 0, NEW_RECORDS, random));
            }
            progress.run();
        }
        return new Population(users, histories, newer);
    }

    /** Any user. */
    long anyone(RandomGenerator random) {
        return 1L + random.nextInt(users);
    }

    private static long fill(Storage storage, long user, String collection, int records, RandomGenerator random)
            throws IOException, SQLException {
        var version = 0L;
        for (var i = 0; i < records; i += POST) {
            version = storage.post(user, collection, Item.numbered(collection.substring(0, 1), i, POST, random));
        }
        return version;
    }
}
