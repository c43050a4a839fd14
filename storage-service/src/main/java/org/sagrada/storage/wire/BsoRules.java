package org.sagrada.storage.wire;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one protocol allows in a record that a client writes.
 *
 * @param id the form of ids
 * @param leastSortindex the most is 999,999,999
 * @param ignored keys that may be there and mean nothing
 */
public record BsoRules(Pattern id, int leastSortindex, Set<String> ignored) {

    static final int GREATEST_NUMBER = 999_999_999;

    /** SyncStorage 2.0, 1.1: urlsafe-base64 ids, no negative numbers. */
    public static final BsoRules SYNC_20 = new BsoRules(
            Pattern.compile("[A-Za-z0-9_-]{1,64}"), 0, Set.of("version", "timestamp", "collection", "payload_size"));

    /** SyncStorage 1.5, 1.1: printable ASCII ids. */
    public static final BsoRules SYNC_15 =
            new BsoRules(Pattern.compile("[\\x20-\\x7e]{1,64}"), -GREATEST_NUMBER, Set.of("modified", "collection"));

    /** Whether a text can be the id of a record that is written. */
    public boolean isId(String text) {
        return id.matcher(text).matches();
    }
}
