package org.sagrada.loadtest.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * One connection to a storage, for one worker at a time. What is not answered as it should be is an exception. There are two:
 * through the service, and straight to the database.
 */
public interface Storage extends AutoCloseable {

    /** Reads the versions of a user's collections. */
    void versions(long user) throws IOException, SQLException;

    /**
     * Reads the whole records of a collection; one that is not there has none.
     *
     * @param newer only versions greater than this, in 1/100 s since 1970; 0: all
     */
    void list(long user, String collection, long newer) throws IOException, SQLException;

    /** Whether a record is there; reads it whole. */
    boolean read(long user, String collection, String id) throws IOException, SQLException;

    /** Writes one record. */
    void put(long user, String collection, Item item) throws IOException, SQLException;

    /**
     * Writes records, at most 100.
     *
     * @return the version they got, in 1/100 s since 1970
     */
    long post(long user, String collection, List<Item> items) throws IOException, SQLException;

    /** Deletes a collection, if it is there. */
    void erase(long user, String collection) throws IOException, SQLException;

    /** Deletes all that a user has. */
    void eraseAll(long user) throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;
}
