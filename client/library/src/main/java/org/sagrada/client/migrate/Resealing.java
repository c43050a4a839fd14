package org.sagrada.client.migrate;

import java.security.SecureRandom;
import java.util.Optional;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.crypto.RecordCipher;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.RecordCollection;
import org.sagrada.client.vault.Keyring;

/**
 * What becomes of one collection's payloads. Within a format they stay as they are, so that even what no key opens is kept; into
 * another they are opened and sealed anew.
 */
final class Resealing {

    private static final String HASHED = "--_x";

    private final RecordCollection source;
    private final Optional<RecordCipher> opening;
    private final Optional<RecordCipher> sealing;

    private Resealing(RecordCollection source, Optional<RecordCipher> opening, Optional<RecordCipher> sealing) {
        this.source = source;
        this.opening = opening;
        this.sealing = sealing;
    }

    /** Payloads stay as they are. */
    static Resealing asIs(RecordCollection source, Keyring from, SecureRandom random) {
        return new Resealing(source, from.cipherOf(source.name(), random), Optional.empty());
    }

    /** Payloads are sealed anew. */
    static Resealing anew(RecordCollection source, Keyring from, Keyring to, SecureRandom random) {
        return new Resealing(source, from.cipherOf(source.name(), random), to.cipherOf(source.name(), random));
    }

    /** The cleartext's id; empty if it can't be told and the record has to be left out. */
    Optional<String> clearId(Bso bso) {
        // Only an id that was hashed on its way to 2.0 is nowhere but in the cleartext.
        boolean told = sealing.isEmpty() && !bso.id().startsWith(HASHED);
        return told ? Optional.of(source.clearId(bso.id())) : open(bso).map(json -> json.text("id"));
    }

    /** The payload to be. */
    Optional<String> payload(Bso bso) {
        if (sealing.isEmpty()) {
            return Optional.of(bso.payload());
        }
        return open(bso).map(json -> sealing.get().seal(Json.format(json.asMap())));
    }

    /** Whether a payload that was read back is what this record became. */
    boolean matches(Bso bso, String payload) {
        if (sealing.isEmpty()) {
            return bso.payload().equals(payload);
        }
        try {
            Json there = Json.parse(sealing.get().open(payload));
            return open(bso).map(Json::asMap).equals(Optional.of(there.asMap()));
        } catch (BadRecordException | UnexpectedAnswerException broken) {
            return false;
        }
    }

    private Optional<Json> open(Bso bso) {
        if (opening.isEmpty()) {
            return Optional.empty();
        }
        try {
            Json cleartext = Json.parse(opening.get().open(bso.payload()));
            String id = cleartext.textOrNull("id");
            boolean inPlace = id != null && source.storedId(id).equals(bso.id());
            return inPlace ? Optional.of(cleartext) : Optional.empty();
        } catch (BadRecordException | UnexpectedAnswerException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
