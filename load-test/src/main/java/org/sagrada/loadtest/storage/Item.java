package org.sagrada.loadtest.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A record to write. The payload is of characters that neither JSON nor URLs escape, as ciphertext in base64 is.
 *
 * @param id of the urlsafe-base64 alphabet
 */
public record Item(String id, String payload) {

    static final int KILOBYTE = 1024;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    static Item random(String id, int bytes, RandomGenerator random) {
        return new Item(id, text(bytes, random));
    }

    /** As many records of 1 KB, with numbered ids. */
    static List<Item> numbered(String prefix, int from, int count, RandomGenerator random) {
        var items = new ArrayList<Item>(count);
        for (var i = from; i < from + count; i++) {
            items.add(random(prefix + i, KILOBYTE, random));
        }
        return items;
    }

    static String text(int characters, RandomGenerator random) {
        var text = new char[characters];
        var bits = 0L;
        for (var i = 0; i < characters; i++) {
            bits = i % 10 == 0 ? random.nextLong() : bits >>> 6;
            text[i] = ALPHABET.charAt((int) (bits & 63));
        }
        return new String(text);
    }
}
