package org.sagrada.pidp.oauth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.browserid.FxaClaims;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.certificate.JwtSigner;
import org.sagrada.pidp.certificate.SigningKeys;
import org.sagrada.pidp.oauth.client.OAuthClient;
import org.sagrada.pidp.oauth.client.OAuthSettings;
import org.sagrada.pidp.oauth.client.Scope;
import org.sagrada.pidp.oauth.client.ScopeSet;
import org.sagrada.pidp.wellknown.WellKnownSettings;
import org.sagrada.service.url.PublicUrl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Access tokens in the form of RFC 9068: the token service verifies them without asking. Here they also end with the session or
 * the refresh token that they were made for, and when somebody revokes them.
 */
@Component
public final class AccessTokens {

    private static final String TYPE = "at+jwt";
    private static final String SOURCE = "sid";

    private final JwtSigner signer;
    private final SigningKeys keys;
    private final OAuthSettings settings;
    private final PublicUrl publicUrl;
    private final @Nullable PublicUrl tokenServerUrl;
    private final TokenMint mint;
    private final JdbcClient database;
    private final Clock clock;

    AccessTokens(
            JwtSigner signer,
            SigningKeys keys,
            OAuthSettings settings,
            PublicUrl publicUrl,
            WellKnownSettings wellKnown,
            TokenMint mint,
            JdbcClient database,
            Clock clock) {
        this.signer = signer;
        this.keys = keys;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.tokenServerUrl = wellKnown.tokenServerUrl();
        this.mint = mint;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A new token.
     *
     * @param source the handle of a session or the id of a refresh token, with which it ends
     * @param life what the client asks for; it gets as much as the settings allow
     */
    public Issued issue(Account account, OAuthClient client, ScopeSet scope, String source, Duration life) {
        var now = clock.instant();
        var seconds = Math.min(life.toSeconds(), settings.accessTokenLife().toSeconds());
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", publicUrl.toString());
        claims.put("sub", account.uid());
        claims.put("aud", audience(scope));
        claims.put("client_id", client.id());
        claims.put("scope", scope.toString());
        claims.put("jti", mint.id());
        claims.put(SOURCE, source);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + seconds);
        claims.put(FxaClaims.GENERATION, account.verifierSetAt().toEpochMilli());
        claims.put(FxaClaims.KEYS_CHANGED_AT, account.keysChangedAt().toEpochMilli());
        claims.put(FxaClaims.PROFILE_CHANGED_AT, account.profileChangedAt().toEpochMilli());
        return new Issued(signer.sign(TYPE, claims), seconds);
    }

    /** The token, if it is one of ours, its time has not passed and nobody has ended it. */
    public Optional<AccessToken> verify(String token) {
        return signed(token)
                .flatMap(AccessTokens::read)
                .filter(read -> read.expiresAt().isAfter(clock.instant()))
                .filter(this::isAlive);
    }

    /** Lets nobody use the token any more. */
    public void revoke(AccessToken token) {
        database.sql("""
                        INSERT INTO revoked_access_token (jti, expires_at) VALUES (:jti, :expires)
                        ON CONFLICT (jti) DO NOTHING
                        """)
                .param("jti", token.jti())
                .param("expires", Timestamp.from(token.expiresAt()))
                .update();
    }

    private List<String> audience(ScopeSet scope) {
        var audience = new ArrayList<String>();
        if (tokenServerUrl != null && scope.covers(Scope.SYNC)) {
            audience.add(tokenServerUrl.origin());
        }
        if (audience.isEmpty() || scope.scopes().stream().anyMatch(Scope.PROFILE::covers)) {
            audience.add(publicUrl.origin());
        }
        return audience;
    }

    private boolean isAlive(AccessToken token) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM account WHERE uid = :uid AND disabled_at IS NULL)
                           AND (EXISTS (SELECT 1 FROM session WHERE handle = :source AND uid = :uid)
                                OR EXISTS (SELECT 1 FROM refresh_token WHERE id = :source AND uid = :uid))
                           AND NOT EXISTS (SELECT 1 FROM revoked_access_token WHERE jti = :jti)
                        """)
                .param("uid", token.uid())
                .param("source", token.source())
                .param("jti", token.jti())
                .query(Boolean.class)
                .single();
    }

    private Optional<JWTClaimsSet> signed(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var header = jwt.getHeader();
            var ours = keys.published().stream()
                    .filter(key -> key.kid().equals(header.getKeyID()))
                    .findFirst();
            if (ours.isEmpty()
                    || !JWSAlgorithm.RS256.equals(header.getAlgorithm())
                    || !new JOSEObjectType(TYPE).equals(header.getType())) {
                return Optional.empty();
            }
            var verifier = new RSASSAVerifier(RSAKey.parse(ours.get().jwk()));
            return jwt.verify(verifier) ? Optional.of(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private static Optional<AccessToken> read(JWTClaimsSet claims) {
        try {
            return Optional.of(new AccessToken(
                    claims.getJWTID(),
                    claims.getSubject(),
                    claims.getStringClaim("client_id"),
                    ScopeSet.parse(claims.getStringClaim("scope")),
                    claims.getStringClaim(SOURCE),
                    instant(claims, "iat"),
                    instant(claims, "exp")));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(JWTClaimsSet claims, String name) throws ParseException {
        return claims.getDateClaim(name).toInstant();
    }

    /**
     * A token on its way to the client.
     *
     * @param expiresIn in s
     */
    public record Issued(String token, long expiresIn) {

        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }
}
