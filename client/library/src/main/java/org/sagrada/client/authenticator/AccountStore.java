package org.sagrada.client.authenticator;

import java.util.List;
import org.sagrada.client.Servers;

/** Keeps how the accounts of a device are. A phone has a better place than files. */
public interface AccountStore {

    /** An account, the system it is at, and the name under which this device keeps it. */
    record Kept(String name, Servers servers, AccountStatus status) {}

    /** All of them, in the order they were added. */
    List<Kept> load();

    /** Replaces them all. */
    void save(List<Kept> accounts);
}
