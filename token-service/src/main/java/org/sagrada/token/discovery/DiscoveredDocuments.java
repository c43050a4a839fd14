package org.sagrada.token.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.sagrada.model.browserid.MalformedBrowserIdException;
import org.sagrada.model.browserid.SupportDocument;
import org.sagrada.model.browserid.SupportDocuments;
import org.sagrada.token.fetch.CachedDocument;
import org.sagrada.token.fetch.FetchSettings;
import org.sagrada.token.fetch.Fetcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the support documents of hosts that users' addresses name. A host chosen by a stranger is not to be trusted: it
 * must have a name and a public address, is reached on the port of HTTPS alone and without redirects, gets as much time and
 * may send as much as an issuer, and only delegations are taken from it. Few are asked at a time, and what came of it is kept.
 */
public final class DiscoveredDocuments implements SupportDocuments {

    private static final Logger log = LoggerFactory.getLogger(DiscoveredDocuments.class);
    private static final Pattern NAME =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final int MOST_KEPT = 1000;
    private static final int MOST_AT_A_TIME = 8;

    private final Set<String> domains;
    private final Hosts hosts;
    private final Fetcher fetcher;
    private final FetchSettings settings;
    private final InstantSource clock;
    private final Semaphore fetches = new Semaphore(MOST_AT_A_TIME);
    private final Map<String, CachedDocument<Lookup>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CachedDocument<Lookup>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Nothing is fetched before it is asked for. */
    public DiscoveredDocuments(
            DiscoverySettings discovery, Hosts hosts, Fetcher fetcher, FetchSettings settings, InstantSource clock) {
        this.domains = Set.copyOf(discovery.domains());
        this.hosts = hosts;
        this.fetcher = fetcher;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Lookup lookUp(String host) {
        if (!NAME.matcher(host).matches() || !(domains.isEmpty() || domains.contains(host))) {
            return new Lookup.None();
        }
        return document(host).get().orElseGet(() -> new Lookup.Unreachable("the host " + host + " can't be asked"));
    }

    private synchronized CachedDocument<Lookup> document(String host) {
        return kept.computeIfAbsent(host, name -> {
            URI address = hosts.document().apply(name);
            return new CachedDocument<>(address, () -> fetch(name, address), settings, clock);
        });
    }

    private Lookup fetch(String host, URI address) throws IOException {
        if (!fetches.tryAcquire()) {
            throw new IOException("too many hosts are being asked at this moment");
        }
        try {
            if (!isPublic(host)) {
                log.warn("Not asked who speaks for the addresses of {}: it isn't on the internet", host);
                return new Lookup.None();
            }
            return read(fetcher.ask(address));
        } finally {
            fetches.release();
        }
    }

    private boolean isPublic(String host) throws UnknownHostException {
        List<InetAddress> addresses = hosts.resolver().addresses(host);
        return !addresses.isEmpty() && addresses.stream().allMatch(PublicAddress::isPublic);
    }

    private static Lookup read(Fetcher.Answer answer) throws IOException {
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new IOException("status " + answer.status());
        }
        try {
            return answer.status() == 200
                            && SupportDocument.parse(answer.body()) instanceof SupportDocument.Delegation delegation
                    ? new Lookup.Found(delegation)
                    : new Lookup.None();
        } catch (MalformedBrowserIdException malformed) {
            return new Lookup.None();
        }
    }
}
