package org.sagrada.storage.v15;

/** The integers that are 1.5's error bodies (SyncStorage 1.5, 4.1). */
enum Code {
    NONE(0),
    ILLEGAL_PROTOCOL(1),
    NOT_JSON(6),
    INVALID_BSO(8),
    INVALID_COLLECTION(13),
    OVER_QUOTA(14),
    TOO_LARGE(17);

    private final int number;

    Code(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
