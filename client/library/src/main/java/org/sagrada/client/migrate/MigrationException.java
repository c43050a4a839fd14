package org.sagrada.client.migrate;

import org.sagrada.client.http.ClientException;

/** A migration stopped. What it came from is as it was. */
public abstract sealed class MigrationException extends ClientException {

    private MigrationException(String message) {
        super(message);
    }

    /** There is nothing to move: no keys, or no records. */
    public static final class NothingThere extends MigrationException {
        NothingThere() {
            super("there are no sealed records to move");
        }
    }

    /** The other side holds records already, which would be mixed up or lost. */
    public static final class TargetNotEmpty extends MigrationException {
        TargetNotEmpty() {
            super("there are records at the new place already; nothing was changed there");
        }
    }

    /** Somebody wrote to the source after it was copied. Copy again: only what changed is read. */
    public static final class SourceChanged extends MigrationException {
        SourceChanged() {
            super("the records changed after they were copied; copy again");
        }
    }

    /** Not every record would make it. */
    public static final class Incomplete extends MigrationException {

        private final transient MigrationReport report;

        Incomplete(MigrationReport report) {
            super((report.unreadable().size() + report.refused().size())
                    + " records can't be moved; switch regardless to do without them");
            this.report = report;
        }

        /** Which ones. */
        public MigrationReport report() {
            return report;
        }
    }

    /** A record at the new place isn't what was written there. */
    public static final class NotVerified extends MigrationException {
        NotVerified(String collection, String id) {
            super("'" + collection + "/" + id + "' can't be read back as it was written; not switched");
        }
    }

    /** This step comes after another. */
    public static final class TooEarly extends MigrationException {
        TooEarly(String message) {
            super(message);
        }
    }
}
