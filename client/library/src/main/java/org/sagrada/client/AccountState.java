package org.sagrada.client;

/** How an account that a device keeps is, and so what to ask its user for. */
public enum AccountState {
    /** Everything works. */
    READY,
    /** The address, or this sign-in, has to be confirmed first. */
    UNVERIFIED,
    /** The session is over, or the password was changed: log in again. The keys are the same. */
    NEEDS_PASSWORD,
    /** The account was reset on another device and has other keys: log in again, and upload everything anew. */
    RESET_ELSEWHERE,
    /** The account was deleted. */
    GONE
}
