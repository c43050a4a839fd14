package org.sagrada.model.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.Hkdf;

/** Secrets of single nodes derived from a master secret, so that a node which leaks its own betrays no other. */
public final class NodeSecret {

    private static final String INFO = "services.mozilla.com/mozsvc/v1/node_secret/";

    private NodeSecret() {}

    /** The node's secret in as many hexadecimal digits as the master has characters (rounded down to pairs). */
    public static String derive(String masterSecret, String node) {
        byte[] master = masterSecret.getBytes(US_ASCII);
        return Hex.encode(Hkdf.derive(master, (INFO + node).getBytes(UTF_8), master.length / 2));
    }
}
