package org.sagrada.storage.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.model.token.TokenSecrets;
import org.sagrada.model.token.TokenVerdict;

/**
 * Judges tokens, and remembers those that were good: a client signs hundreds of requests with one, and checking its signature and
 * deriving its key cost more than all else in a small request. A known token still expires.
 */
final class KnownTokens {

    private static final int MOST = 10_000;

    private final TokenSecrets secrets;
    private final List<String> nodes;
    private final Cache<String, Good> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    KnownTokens(TokenSecrets secrets, Collection<String> nodes) {
        this.secrets = secrets;
        this.nodes = List.copyOf(nodes);
    }

    TokenVerdict verify(String token, Instant now) {
        var good = known.getIfPresent(token);
        if (good != null) {
            return good.at(now);
        }
        var verdict = secrets.verify(token, nodes, now);
        if (verdict instanceof TokenVerdict.Valid valid) {
            known.put(token, new Good(valid.payload(), valid.credentials()));
        }
        return verdict;
    }

    private record Good(TokenPayload payload, HawkCredentials credentials) {

        TokenVerdict at(Instant now) {
            return payload.expires().isAfter(now)
                    ? new TokenVerdict.Valid(payload, credentials)
                    : new TokenVerdict.Expired(payload, credentials);
        }
    }
}
