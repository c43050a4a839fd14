package org.sagrada.scenario;

import java.util.Map;
import java.util.Optional;
import org.sagrada.client.http.Json;

/** What a device does, or must find. Nothing but a sync talks to the server, save where it says so. */
public sealed interface Action {

    /** As the text has it. */
    String toText();

    /** Writes a record on the device. */
    record Put(RecordName record, Map<String, Object> fields) implements Action {
        @Override
        public String toText() {
            return "put " + record + " " + Json.format(fields);
        }
    }

    /** Deletes a record on the device. */
    record Delete(RecordName record) implements Action {
        @Override
        public String toText() {
            return "delete " + record;
        }
    }

    /** Makes a collection on the device and the server's the same. */
    record Sync(String collection) implements Action {
        @Override
        public String toText() {
            return "sync " + collection;
        }
    }

    /** Begins a sync and dies when so many requests were answered; the device starts again with what it had kept. */
    record DyingSync(String collection, int requests) implements Action {
        @Override
        public String toText() {
            return "sync " + collection + " and die after " + requests + " requests";
        }
    }

    /** Begins a sync and dies when the server has taken what it uploads, before it hears of that. */
    record DyingUpload(String collection) implements Action {
        @Override
        public String toText() {
            return "sync " + collection + " and die while uploading";
        }
    }

    /** Must have a record with at least these fields; with none, any record will do. */
    record Expect(RecordName record, Map<String, Object> fields) implements Action {
        @Override
        public String toText() {
            return "expect " + record + (fields.isEmpty() ? "" : " " + Json.format(fields));
        }
    }

    /** Must not have a record. */
    record ExpectAbsent(RecordName record) implements Action {
        @Override
        public String toText() {
            return "expect no " + record;
        }
    }

    /** Must have so many records. */
    record ExpectCount(int count, String collection) implements Action {
        @Override
        public String toText() {
            return "expect " + count + " in " + collection;
        }
    }

    /** Forgets everything that it had, as a new device of the same account. */
    record Wipe() implements Action {
        @Override
        public String toText() {
            return "wipe";
        }
    }

    /** Logs out and in again. */
    record LogIn() implements Action {
        @Override
        public String toText() {
            return "log in again";
        }
    }

    /** Changes the account's password; the other devices are signed out by that. */
    record ChangePassword() implements Action {
        @Override
        public String toText() {
            return "change the password";
        }
    }

    /** Deletes all of the account's data at the server. */
    record EmptyServer() implements Action {
        @Override
        public String toText() {
            return "empty the server";
        }
    }

    /**
     * A sync that must be refused.
     *
     * @param reason a word of the client's message, if it matters
     */
    record RefusedSync(String collection, Optional<String> reason) implements Action {
        @Override
        public String toText() {
            return "sync " + collection + " is refused"
                    + reason.map(word -> ": " + word).orElse("");
        }
    }

    /**
     * A record's place.
     *
     * @param collection up to 32 characters of {@code a-z 0-9 _ -}
     * @param id printable characters but blanks
     */
    record RecordName(String collection, String id) {
        @Override
        public String toString() {
            return collection + "/" + id;
        }
    }
}
