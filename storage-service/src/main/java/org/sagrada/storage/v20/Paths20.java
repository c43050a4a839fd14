package org.sagrada.storage.v20;

import java.util.regex.Pattern;
import org.sagrada.storage.bso.CollectionName;
import org.sagrada.storage.wire.Unicode;

/** What the segments of a path may name. Reads and deletions reach all that there is; writes make only what 2.0 allows. */
final class Paths20 {

    private static final Pattern WRITABLE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private Paths20() {}

    static CollectionName readable(String collection) {
        if (!CollectionName.isLegal(collection)) {
            throw Refusal20Exception.of(404);
        }
        return new CollectionName(collection);
    }

    static String readableId(String id) {
        if (!Unicode.isStorable(id)) {
            throw Refusal20Exception.of(404);
        }
        return id;
    }

    static CollectionName writable(String collection) {
        if (!WRITABLE.matcher(collection).matches()) {
            throw Refusal20Exception.of(
                    400, ErrorEntry.path("a collection's name has 1 to 32 characters of A-Z a-z 0-9 _ -"));
        }
        return new CollectionName(collection);
    }
}
