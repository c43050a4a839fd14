package org.sagrada.pidp.key;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.auth.MintedToken;

/** The right to fetch an account's keys once. What it fetches was encrypted when it was made; the server cannot open it. */
@Entity
public class KeyFetchToken {

    @Id
    private String tokenId;

    private byte[] requestKey;
    private String uid;
    private @Nullable String sessionId;
    private String bundle;
    /** For the database, which forgets tokens that nobody used. */
    @SuppressWarnings("UnusedVariable")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected KeyFetchToken() {}

    KeyFetchToken(MintedToken token, String uid, @Nullable String sessionId, String bundle, Instant now) {
        this.tokenId = token.id();
        this.requestKey = token.requestKey();
        this.uid = uid;
        this.sessionId = sessionId;
        this.bundle = bundle;
        this.createdAt = now;
    }

    String tokenId() {
        return tokenId;
    }

    byte[] requestKey() {
        return requestKey;
    }

    String uid() {
        return uid;
    }

    /** The session whose verification counts; nothing when only the account's does. */
    Optional<String> sessionId() {
        return Optional.ofNullable(sessionId);
    }

    String bundle() {
        return bundle;
    }
}
