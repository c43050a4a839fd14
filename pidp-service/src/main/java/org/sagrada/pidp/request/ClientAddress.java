package org.sagrada.pidp.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a request comes from, as limits count it: an IPv4 address, or the network of an IPv6 one, which is one customer's. */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The address, or the first 64 bits of it. Behind a proxy, what the proxy says counts where the container is told so. */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // A literal address is parsed; nothing is looked up.
            if (InetAddress.getByName(address) instanceof Inet6Address v6) {
                var network = Arrays.copyOf(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
                return InetAddress.getByAddress(network).getHostAddress() + "/64";
            }
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
