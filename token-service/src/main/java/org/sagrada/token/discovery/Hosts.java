package org.sagrada.token.discovery;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Function;

/**
 * How hosts are found.
 *
 * @param resolver the addresses of a host
 * @param document where a host has its support document
 */
public record Hosts(Resolver resolver, Function<String, URI> document) {

    /** Finds the addresses of hosts. */
    @FunctionalInterface
    public interface Resolver {

        /** All of them; a host without any is unknown. */
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    /** By DNS, and always behind TLS: a server inside that has no certificate for the host gets no request of ours. */
    public static Hosts ofTheInternet() {
        return new Hosts(
                host -> List.of(InetAddress.getAllByName(host)),
                host -> URI.create("https://" + host + "/.well-known/browserid"));
    }
}
