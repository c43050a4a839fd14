package org.sagrada.pidp.oauth.token;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.MalformedEncodingException;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.oauth.client.OAuthClient;
import org.sagrada.pidp.oauth.client.ScopeSet;
import org.springframework.stereotype.Component;

/** Makes, finds and revokes refresh tokens: 64 hexadecimal digits, of which the server keeps a hash. */
@Component
public final class RefreshTokens {

    /** How exact "last used" is; finer would be a write for each request. */
    private static final Duration LAST_USED_STEP = Duration.ofMinutes(1);

    private final RefreshTokenTable tokens;
    private final TokenMint mint;
    private final Clock clock;

    RefreshTokens(RefreshTokenTable tokens, TokenMint mint, Clock clock) {
        this.tokens = tokens;
        this.mint = mint;
        this.clock = clock;
    }

    /** A new token. Call it within a transaction that holds the account's lock. */
    public Made make(String uid, OAuthClient client, ScopeSet scope, SignInProof proof) {
        var token = mint.key();
        var now = clock.instant();
        var stored = new RefreshToken(
                id(token.bytes()),
                uid,
                client.id(),
                scope,
                proof.authAt(),
                proof.methods(),
                proof.userAgent(),
                now,
                now);
        tokens.add(stored);
        return new Made(token.toHex(), stored);
    }

    /** What a token permits, if it is one and its account is not locked. */
    public Optional<Permission> find(String token) {
        try {
            return tokens.findPermission(id(Hex.decode(token)));
        } catch (MalformedEncodingException e) {
            return Optional.empty();
        }
    }

    /** Notes that a token was used. */
    public void used(RefreshToken token) {
        var now = clock.instant();
        var unlessSince = now.minus(LAST_USED_STEP);
        if (token.lastUsedAt().isBefore(unlessSince)) {
            tokens.touch(token.id(), now, unlessSince);
        }
    }

    /** All of an account's, the last used first. */
    public List<RefreshToken> findAll(String uid) {
        return tokens.findAll(uid);
    }

    /** What a token permits, found by its id. */
    public Optional<Permission> findById(String id) {
        return tokens.findPermission(id);
    }

    /** Ends one, and the device that it has; false when there is none. */
    public boolean revoke(String id, String uid) {
        return tokens.delete(id, uid);
    }

    /** Ends all of an account's. Call it within a transaction. */
    public void revokeAll(String uid) {
        tokens.deleteAll(uid);
    }

    private static String id(byte[] token) {
        return Hex.encode(Sha256.hash(token));
    }

    /** A refresh token and, this once, its text. */
    public record Made(String token, RefreshToken stored) {

        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }
}
