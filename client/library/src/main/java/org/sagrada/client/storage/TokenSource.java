package org.sagrada.client.storage;

import org.sagrada.client.token.StorageToken;

/** Where the storage client gets its token from. */
public interface TokenSource {

    /** A token that is valid for a while yet. */
    StorageToken current();

    /** A new token, since the node refused that one. */
    StorageToken renew(StorageToken refused);
}
