package org.sagrada.storage;

import java.time.Instant;
import java.util.List;
import org.sagrada.model.token.IssuedToken;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.model.token.TokenSecrets;

/** Tokens as the token service issues them. */
public final class Tokens {

    public static final String NODE = "http://storage.test:8888/prefix";
    public static final TokenSecrets NEWEST = TokenSecrets.newestFirst(List.of("the newest secret"));
    public static final TokenSecrets OLDER = TokenSecrets.newestFirst(List.of("an older secret"));
    public static final TokenSecrets UNKNOWN = TokenSecrets.newestFirst(List.of("another service's secret"));

    private Tokens() {}

    public static IssuedToken of(long user, Instant now) {
        return NEWEST.issue(payload(user, NODE, now.plusSeconds(300), false));
    }

    public static TokenPayload payload(long user, String node, Instant expires, boolean purge) {
        return new TokenPayload(user, node, expires, "a1b2c3", "fxa", "kid", null, null, null, purge);
    }
}
