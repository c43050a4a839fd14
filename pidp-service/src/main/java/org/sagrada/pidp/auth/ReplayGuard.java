package org.sagrada.pidp.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.model.hawk.HawkHeader;

/**
 * Remembers which signed requests were here, for as long as they could be sent again. The memory is this process's alone: with
 * several, a load balancer that sends an Authorization header's repetition to the same one closes the gap.
 */
final class ReplayGuard {

    private final Duration lifetime;
    private Instant turnedAt;
    private Set<String> current = new HashSet<>();
    private Set<String> previous = new HashSet<>();

    /** @param window of the Hawk times; a request from a fast clock stays valid for twice that long */
    ReplayGuard(Duration window, Instant now) {
        this.lifetime = window.multipliedBy(2);
        this.turnedAt = now;
    }

    /** Whether the request is here for the first time; from now on it is not. */
    boolean isFirst(HawkHeader header, Instant now) {
        var key = key(header);
        synchronized (this) {
            turn(now);
            return !previous.contains(key) && current.add(key);
        }
    }

    /** Two sets that take turns: what is in neither is older than a lifetime. */
    private void turn(Instant now) {
        if (now.isAfter(turnedAt.plus(lifetime))) {
            previous = now.isAfter(turnedAt.plus(lifetime.multipliedBy(2))) ? new HashSet<>() : current;
            current = new HashSet<>();
            turnedAt = now;
        }
    }

    private static String key(HawkHeader header) {
        var text = header.id()
                + '\n'
                + header.artifacts().ts()
                + '\n'
                + header.artifacts().nonce();
        return Base64Url.encode(Sha256.hash(text.getBytes(UTF_8)));
    }
}
