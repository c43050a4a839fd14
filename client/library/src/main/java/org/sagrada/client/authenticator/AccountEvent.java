package org.sagrada.client.authenticator;

import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.Key32;

/** What happens to an account, here or elsewhere. */
public sealed interface AccountEvent {

    /**
     * The password was right.
     *
     * @param email the address as the account knows it
     * @param confirmed false if a mail or a second step has to confirm it
     * @param pending null if the server gave no token for the keys
     */
    record SignedIn(
            String email,
            String uid,
            Key32 sessionToken,
            boolean confirmed,
            @Nullable PendingKey pending) implements AccountEvent {}

    /** The address and the sign-in are confirmed. */
    record Confirmed() implements AccountEvent {}

    /** The key was fetched and opened. */
    record KeyOpened(Key32 kB) implements AccountEvent {}

    /** The token for the key is used up or too old: only the password gets another. */
    record KeyLost() implements AccountEvent {}

    /** The session is over: it was ended here or from another device, or the password was changed. */
    record SessionEnded() implements AccountEvent {}

    /** The token service knows newer keys than this device: the account was reset elsewhere. */
    record KeysReplaced() implements AccountEvent {}

    /** The program has forgotten what it synced with the former keys. */
    record Acknowledged() implements AccountEvent {}

    /** The user signed out, or there is no such account any more. */
    record Removed() implements AccountEvent {}
}
