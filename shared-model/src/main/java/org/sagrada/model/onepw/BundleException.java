package org.sagrada.model.onepw;

/** Sealed keys can't be opened: another key sealed them, or they were changed on the way. Which, nobody is told. */
public final class BundleException extends Exception {

    BundleException() {
        super("the bundle was not sealed with this key");
    }
}
