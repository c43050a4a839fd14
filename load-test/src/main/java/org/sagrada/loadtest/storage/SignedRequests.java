package org.sagrada.loadtest.storage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sagrada.model.hawk.HawkArtifacts;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkHeader;
import org.sagrada.model.hawk.HawkRequest;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.model.token.TokenSecrets;

/** Heads of requests of any user, signed with tokens made of a node's master secret. */
final class SignedRequests {

    private static final Duration TOKEN_LIFE = Duration.ofDays(1);

    private final URI node;
    private final Protocol protocol;
    private final TokenSecrets secrets;
    /** Tells this run's nonces from another's; counting costs less than drawing from a secure source for each request. */
    private final String run;

    private final AtomicLong count = new AtomicLong();
    private final Clock clock;
    private final Map<Long, HawkCredentials> credentials = new ConcurrentHashMap<>();

    SignedRequests(URI node, Protocol protocol, TokenSecrets secrets, Clock clock) {
        this.node = node;
        this.protocol = protocol;
        this.secrets = secrets;
        this.run = Long.toString(clock.millis(), Character.MAX_RADIX) + "-";
        this.clock = clock;
    }

    /** The request line and the headers that any request has, each line with its end. */
    String head(String method, long user, String path) {
        var url = URI.create(node + "/" + protocol.path() + "/" + user + path);
        var request = HawkRequest.of(method, url);
        var artifacts =
                HawkArtifacts.of(clock.instant().getEpochSecond(), run + Long.toString(count.incrementAndGet()));
        var header = HawkHeader.sign(credentials.computeIfAbsent(user, this::issue), request, artifacts);
        return method + " " + request.target() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nAccept: application/json\r\nAuthorization: " + header.format() + "\r\n";
    }

    private HawkCredentials issue(long user) {
        var expires = clock.instant().plus(TOKEN_LIFE);
        var token = secrets.issue(new TokenPayload(
                user,
                node.toString(),
                expires,
                "5a17",
                "bench" + user,
                "0000000000001-AAAAAAAAAAAAAAAAAAAAAA",
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef",
                null,
                false));
        return HawkCredentials.ofText(token.id(), token.key());
    }
}
