package org.sagrada.storage.bso;

/** Another writer was in the way for too long; nothing was changed, and trying again later will do. */
public final class ConflictException extends RuntimeException {

    ConflictException(Throwable cause) {
        super("Another writer was in the way for too long", cause);
    }
}
