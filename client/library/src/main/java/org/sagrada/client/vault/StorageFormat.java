package org.sagrada.client.vault;

import java.util.Optional;

/** How records are sealed; a property of all that a user has on the server, told by {@code meta/global}. */
public enum StorageFormat {
    /** What browsers use: one key for all collections, or one for some. */
    FORMAT_5(5, "engines"),
    /** A key of its own for each collection, and nothing in clear that tells which there are. */
    FORMAT_6(6, "repositories");

    private final long number;
    private final String listName;

    StorageFormat(long number, String listName) {
        this.number = number;
        this.listName = listName;
    }

    /** The number that {@code meta/global} has as {@code storageVersion}. */
    public long number() {
        return number;
    }

    /** What the list of collections is called in {@code meta/global}. */
    String listName() {
        return listName;
    }

    /** The format of a number; empty if it isn't one of these. */
    public static Optional<StorageFormat> of(long number) {
        for (StorageFormat format : values()) {
            if (format.number == number) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
