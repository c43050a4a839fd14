package org.sagrada.token;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sagrada.token.FakeIssuer.Reply;
import org.sagrada.token.discovery.Hosts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Hosts of an internet in which tests say who has which address and answers what. */
@TestConfiguration(proxyBeanMethods = false)
public class NamedHosts {

    /** Those that the service may ask. */
    public static final List<String> DOMAINS = List.of(
            "direct.example.net",
            "first.example.net",
            "elsewhere.example.net",
            "circle.example.net",
            "disabled.example.net",
            "rubbish.example.net",
            "absent.example.net",
            "moved.example.net",
            "loopback.example.net",
            "metadata.example.net",
            "mixed.example.net",
            "victim.example.net",
            "failing.example.net",
            "unknown.example.net",
            "localhost",
            "10.1.2.3",
            "port.example.net:22");

    private static final FakeIssuer SERVER = new FakeIssuer();
    private static final Map<String, List<String>> ADDRESSES = new ConcurrentHashMap<>();
    private static final List<String> ASKED = new ArrayList<>();

    @Bean
    @Primary
    Hosts hostsOfTests() {
        return new Hosts(NamedHosts::resolve, host -> URI.create(SERVER.url() + "/" + host));
    }

    /** Makes a host with these addresses answer so. */
    public static void host(String name, List<String> addresses, Reply reply) {
        ADDRESSES.put(name, addresses);
        SERVER.answer("/" + name, body -> {
            synchronized (ASKED) {
                ASKED.add(name);
            }
            return reply;
        });
    }

    /** Whether a host was asked for its document. */
    public static boolean wasAsked(String name) {
        synchronized (ASKED) {
            return ASKED.contains(name);
        }
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        List<String> addresses = ADDRESSES.get(host);
        if (addresses == null) {
            throw new UnknownHostException(host);
        }
        List<InetAddress> resolved = new ArrayList<>();
        for (String address : addresses) {
            resolved.add(InetAddress.ofLiteral(address));
        }
        return resolved;
    }
}
