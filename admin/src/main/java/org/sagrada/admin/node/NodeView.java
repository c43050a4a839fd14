package org.sagrada.admin.node;

import java.util.ArrayList;
import java.util.List;

/**
 * A node as the token service tells it.
 *
 * @param load how many users have their live record there
 * @param replaced how many replaced records still have data there
 */
record NodeView(
        long id,
        String url,
        long capacity,
        long load,
        boolean downed,
        boolean backoff,
        boolean draining,
        long replaced) {

    /** What keeps new users away, in words. */
    String state() {
        List<String> words = new ArrayList<>();
        if (downed) {
            words.add("down");
        }
        if (backoff) {
            words.add("backoff");
        }
        if (draining) {
            words.add("draining");
        }
        if (load >= capacity) {
            words.add("full");
        }
        return words.isEmpty() ? "open" : String.join(", ", words);
    }
}
