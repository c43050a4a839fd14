package org.sagrada.storage.bso;

import java.io.IOException;

/** Takes the records of a collection while they come from the database. */
public interface Listing {

    /** Called once, before the first record; what it throws breaks the reading off. */
    void begin(Page page) throws IOException;

    /** Called for each record, in order. */
    void next(BsoRow row) throws IOException;

    /** Called once, after the last record. */
    void end() throws IOException;
}
