package org.sagrada.client.store;

import org.sagrada.client.Credentials;
import org.sagrada.client.Servers;

/** An account that the device is logged in to, and the system it is at. */
public record SavedAccount(Servers servers, Credentials credentials) {

    /** Whether both are the same account of the same system. */
    boolean isSameAs(SavedAccount other) {
        return servers.equals(other.servers) && credentials.uid().equals(other.credentials.uid());
    }
}
