package org.sagrada.storage.v20;

/**
 * One thing that is wrong with a request (SyncStorage 2.0, 4.1).
 *
 * @param location querystring, header, body or, where the protocol names none, path
 * @param name of the offending part
 * @param reason missing, invalid or unexpected
 * @param description for people
 */
record ErrorEntry(String location, String name, String reason, String description) {

    static ErrorEntry query(String name, String description) {
        return new ErrorEntry("querystring", name, "invalid", description);
    }

    static ErrorEntry header(String name, String description) {
        return new ErrorEntry("header", name, "invalid", description);
    }

    static ErrorEntry body(String name, String description) {
        return new ErrorEntry("body", name, "invalid", description);
    }

    static ErrorEntry path(String description) {
        return new ErrorEntry("path", "", "invalid", description);
    }
}
