package org.sagrada.model.wrap;

/**
 * A wrapped key can't be opened: another key or other tags wrapped it, it was changed, or it isn't one. Which, nobody is
 * told.
 */
public final class UnwrapException extends Exception {

    UnwrapException() {
        super("the key was not wrapped with this key for this purpose");
    }
}
