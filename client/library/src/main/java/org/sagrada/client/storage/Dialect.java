package org.sagrada.client.storage;

import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpHeaders;
import org.sagrada.client.http.Json;
import org.sagrada.client.token.StorageProtocol;

/**
 * How a protocol puts into words what both mean. A version is a number of 1/100 s under 1.5, where it is written as a decimal number
 * of seconds, and opaque under 2.0.
 */
sealed interface Dialect permits Dialect20, Dialect15 {

    static Dialect of(StorageProtocol protocol) {
        return switch (protocol) {
            case V20 -> new Dialect20();
            case V15 -> new Dialect15();
        };
    }

    /** A version as requests have it. */
    String format(long version);

    /** The header that makes a request conditional on a version. */
    String preconditionHeader();

    /** The header that says where the next page begins. */
    String offsetHeader();

    /** The target's version, as an answer's headers tell it. */
    long version(HttpHeaders headers);

    /** A version in an answer's body. */
    long version(Object value);

    /** A record in an answer's body. */
    Bso bso(Json json);

    /** How many bytes a figure of a usage answer stands for. */
    long bytes(Object value);

    StorageClient.Quota quota(String body);

    StorageException refusal(HttpAnswer answer);

    /** The id under which a record is stored whose cleartext has this id. */
    String storedId(String id);

    /** The cleartext's id of a stored one, as far as it tells. */
    String clearId(String storedId);

    /** Whether a node takes a collection's many records as one change, and says how many in {@code info/configuration}. */
    boolean hasBatches();
}
