package org.sagrada.client.crypto;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;

/** Seals and opens the payloads of records, in one storage format and with one bundle of keys. */
public sealed interface RecordCipher permits Format5Cipher, Format6Cipher {

    /**
     * Storage format 5, which browsers use: the payload is the JSON of {@code ciphertext}, {@code IV} (both base64) and
     * {@code hmac} (hexadecimal).
     */
    static RecordCipher format5(KeyBundle keys, SecureRandom random) {
        return new Format5Cipher(keys, random);
    }

    /** Storage format 6: the payload is one base64 text of code, IV and ciphertext. */
    static RecordCipher format6(KeyBundle keys, SecureRandom random) {
        return new Format6Cipher(keys, random);
    }

    /** Seals a text with a fresh IV. */
    String seal(String cleartext);

    /**
     * Opens a payload; nothing is decrypted unless its code is right.
     *
     * @throws BadRecordException for every reason there may be
     */
    String open(String payload) throws BadRecordException;

    /** Seals the tombstone of a record: all that other devices need to know of its deletion. */
    default String sealTombstone(String id) {
        Map<String, Object> tombstone = new LinkedHashMap<>();
        tombstone.put("id", id);
        tombstone.put("deleted", true);
        return seal(Json.format(tombstone));
    }

    /**
     * Opens the payload of a record and makes sure that it is that record's, since nothing else binds a ciphertext to its place.
     *
     * @param id as the cleartext has it
     * @throws BadRecordException for every reason there may be
     */
    default Json open(String id, String payload) throws BadRecordException {
        try {
            Json cleartext = Json.parse(open(payload));
            if (!id.equals(cleartext.textOrNull("id"))) {
                throw new BadRecordException();
            }
            return cleartext;
        } catch (UnexpectedAnswerException malformed) {
            throw new BadRecordException();
        }
    }
}
