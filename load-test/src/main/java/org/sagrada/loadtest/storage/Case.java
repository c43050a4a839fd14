package org.sagrada.loadtest.storage;

import java.util.concurrent.atomic.AtomicInteger;
import org.sagrada.loadtest.measure.Call;

/** What is measured. */
public enum Case {
    /** The versions of a user's collections: what every sync begins with. */
    INFO("a", "GET info/collections", 0),
    /** A collection of 1,000 records of 1 KB, whole. */
    READ_1000("b", "GET 1,000 records of 1 KB", 0),
    /** 100 new records of 1 KB. */
    INSERT_100("c1", "POST 100 new records of 1 KB", 100),
    /** 100 records of 1 KB that are there. */
    UPDATE_100("c2", "POST 100 known records of 1 KB", 100),
    /** One record of 1 KB, read. */
    GET_ONE("d1", "GET one record", 0),
    /** One record of 1 KB, written over. */
    PUT_ONE("d2", "PUT one record", 1),
    /** The 10 new records of 10,000. */
    NEWER("e", "GET the 10 new of 10,000", 0),
    /** Passes of Mozilla's load test. */
    MIX("f", "Mozilla's mix, one pass", 0);

    private static final AtomicInteger NEXT_INSERTED = new AtomicInteger();
    private static final int POST = 100;

    private final String letter;
    private final String title;
    private final int recordsWritten;

    Case(String letter, String title, int recordsWritten) {
        this.letter = letter;
        this.title = title;
        this.recordsWritten = recordsWritten;
    }

    /** Its short name. */
    public String letter() {
        return letter;
    }

    /** What it is, for people. */
    public String title() {
        return title;
    }

    /** How many records a call writes; 0 when it writes none, or not always the same. */
    public int recordsWritten() {
        return recordsWritten;
    }

    /** The call that a worker repeats on its connection. */
    public Call on(Storage storage, Population people) {
        return switch (this) {
            case INFO -> random -> storage.versions(people.anyone(random));
            case READ_1000 -> random -> storage.list(people.anyone(random), Population.BOOKMARKS, 0);
            case INSERT_100 ->
                random -> storage.post(
                        people.anyone(random),
                        "forms",
                        Item.numbered("n", NEXT_INSERTED.getAndAdd(POST), POST, random));
            case UPDATE_100 ->
                random -> storage.post(
                        people.anyone(random),
                        Population.BOOKMARKS,
                        Item.numbered("b", POST * random.nextInt(Population.BOOKMARK_RECORDS / POST), POST, random));
            case GET_ONE ->
                random -> storage.read(
                        people.anyone(random), Population.BOOKMARKS, "b" + random.nextInt(Population.BOOKMARK_RECORDS));
            case PUT_ONE ->
                random -> storage.put(
                        people.anyone(random),
                        Population.BOOKMARKS,
                        Item.random("b" + random.nextInt(Population.BOOKMARK_RECORDS), Item.KILOBYTE, random));
            case NEWER ->
                random -> {
                    var user = random.nextInt(people.histories());
                    storage.list(user + 1L, Population.HISTORY, people.newer().get(user));
                };
            // Its users are others: it deletes and adds, which would change what the other cases read.
            case MIX -> random -> new MixPass(storage, people.users() + people.anyone(random), random).run();
        };
    }
}
