package org.sagrada.client.http;

import java.time.Instant;

/** The server asked for silence, and it isn't over. Nothing was sent. */
public final class BackingOffException extends ClientException {

    private final Instant until;

    BackingOffException(String host, Instant until) {
        super(host + " asked to be left alone until " + until);
        this.until = until;
    }

    /** When to try again. */
    public Instant until() {
        return until;
    }
}
