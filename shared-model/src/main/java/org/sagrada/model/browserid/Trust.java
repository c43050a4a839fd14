package org.sagrada.model.browserid;

/** Whether an issuer may speak for an address. */
enum Trust {
    TRUSTED,
    UNTRUSTED,
    /** A support document on the way can't be had now. */
    UNKNOWN
}
