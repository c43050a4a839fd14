package org.sagrada.storage.v15;

import org.sagrada.storage.Answer;
import org.sagrada.storage.StorageIT;

/** A device that speaks 1.5, and a collection of its own. */
abstract class Protocol15IT extends StorageIT {

    static final String UNMODIFIED = "X-If-Unmodified-Since";

    String col() {
        return device.path15("/storage/col");
    }

    static String modified(Answer answer) {
        return answer.header("X-Last-Modified").orElseThrow();
    }
}
