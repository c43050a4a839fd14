package org.sagrada.token.credential;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.token.refusal.Refusal;

/**
 * OAuth access tokens in the form of RFC 9068. Its audience is passed over on purpose: clients get one token for sync
 * whatever their server is called, and the scope says what it is for.
 */
public final class JwtAccessTokens {

    private static final String TYPE = "at+jwt";
    private static final double YEAR_10000 = 253_402_300_800.0;

    private final IssuerKeys keys;
    private final OAuthSettings settings;
    private final long clockSkew;
    private final Clock clock;

    /**
     * A verifier.
     *
     * @param clockSkew in s
     */
    public JwtAccessTokens(IssuerKeys keys, OAuthSettings settings, long clockSkew, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clockSkew = clockSkew;
        this.clock = clock;
    }

    AccessToken verify(JWSObject token) {
        JOSEObjectType type = token.getHeader().getType();
        if (type == null || !shortened(type.getType()).equals(TYPE)) {
            throw refusal("token-type", "not an access token").toException();
        }
        Issuer issuer = switch (keys.signerOf(token)) {
            case IssuerKeys.Signer.Known known -> known.issuer();
            case IssuerKeys.Signer.Nobody nobody ->
                throw refusal("token-signature", "by no known key").toException();
            case IssuerKeys.Signer.Unknown unknown ->
                throw Refusal.unverifiable("issuer-unavailable", unknown.why()).toException();
        };
        Map<String, Object> claims = token.getPayload().toJSONObject();
        if (claims == null) {
            throw refusal("token-claims", "no JSON object").toException();
        }
        checkIssuer(issuer, claims);
        checkTimes(claims);
        checkScope(claims.get("scope"));
        return new AccessToken(
                issuer, Subject.of(claims.get("sub")), AccessToken.generation(claims.get("fxa-generation")));
    }

    private static String shortened(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("application/") ? lower.substring("application/".length()) : lower;
    }

    private static void checkIssuer(Issuer issuer, Map<String, Object> claims) {
        if (issuer.tokenIssuer() != null && !issuer.tokenIssuer().equals(claims.get("iss"))) {
            throw refusal("token-issuer", "another iss").toException();
        }
    }

    private void checkTimes(Map<String, Object> claims) {
        long now = clock.instant().getEpochSecond();
        Object expires = claims.get("exp");
        if (seconds(expires) + clockSkew <= now) {
            throw refusal("token-expired", "now " + now).toException();
        }
        Object notBefore = claims.getOrDefault("nbf", 0L);
        if (seconds(notBefore) < 0 || seconds(notBefore) - clockSkew > now) {
            throw refusal("token-from-the-future", "now " + now).toException();
        }
    }

    /** Seconds since 1970, less any fraction; far below zero for what is no time before the year 10000. */
    private static long seconds(@Nullable Object claim) {
        return claim instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() < YEAR_10000
                ? number.longValue()
                : Long.MIN_VALUE / 2;
    }

    private void checkScope(@Nullable Object scope) {
        if (!(scope instanceof String text) || !List.of(text.split(" ", -1)).contains(settings.scope())) {
            throw refusal("token-scope", "without the scope of sync").toException();
        }
    }

    static Refusal refusal(String rule, String detail) {
        return Refusal.unauthorized("invalid-credentials", rule, detail);
    }
}
