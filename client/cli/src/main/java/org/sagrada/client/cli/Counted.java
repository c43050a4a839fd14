package org.sagrada.client.cli;

/** Numbers of things in words. */
final class Counted {

    private Counted() {}

    /** {@code 1 record}, {@code 2 records}. */
    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
