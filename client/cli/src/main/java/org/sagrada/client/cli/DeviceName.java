package org.sagrada.client.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Account;
import org.sagrada.client.account.AccountException;
import picocli.CommandLine.Option;

/** What this device is called in the account's list of devices. */
final class DeviceName {

    /** The type that goes with the name. */
    static final String TYPE = "cli";

    @Option(
            names = "--device-name",
            paramLabel = "NAME",
            description = "What other devices call this one (default: sagrada on the host's name).")
    private @Nullable String name;

    /** Tells the account. Without a name the session works as well, so a server that refuses is left at that. */
    void register(Account account, Map<String, String> environment) {
        String chosen = name;
        try {
            account.devices().register(chosen == null ? "sagrada on " + host(environment) : chosen, TYPE);
        } catch (AccountException.Refused refused) {
            if (chosen != null) {
                throw refused;
            }
        }
    }

    private static String host(Map<String, String> environment) {
        String known = environment.get("HOSTNAME");
        if (known != null && !known.isBlank()) {
            return known;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }
}
