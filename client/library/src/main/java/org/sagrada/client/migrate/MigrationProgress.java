package org.sagrada.client.migrate;

/** Hears how far a migration is. */
@FunctionalInterface
public interface MigrationProgress {

    /** What is being done to a collection. */
    enum Step {
        COPYING,
        UPLOADING,
        VERIFYING
    }

    /**
     * So many records of a collection are done.
     *
     * @param records of this collection, in this step
     */
    void at(Step step, String collection, long records);

    /** Nobody listens. */
    static MigrationProgress silent() {
        return (step, collection, records) -> {};
    }
}
