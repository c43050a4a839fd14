package org.sagrada.client.account;

import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.Key32;

/**
 * What signing up or logging in gives.
 *
 * @param email the address as the account knows it; the password's derivations depend on its spelling
 * @param uid the account's id, 32 hexadecimal digits
 * @param sessionToken signs everything from now on, until it is destroyed or the password changes
 * @param keyFetchToken fetches the account's keys once; null if it wasn't asked for
 * @param verified whether the address and this session are confirmed
 */
public record Session(
        String email,
        String uid,
        Key32 sessionToken,
        @Nullable Key32 keyFetchToken,
        boolean verified) {}
