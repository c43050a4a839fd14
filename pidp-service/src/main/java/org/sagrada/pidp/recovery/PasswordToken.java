package org.sagrada.pidp.recovery;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.auth.MintedToken;

/** A step on the way to another password, known by the id of a token that the server does not have. */
@Entity
class PasswordToken {

    @Id
    private String tokenId;

    @Enumerated(EnumType.STRING)
    private TokenKind kind;

    private byte[] requestKey;
    private String uid;
    private @Nullable String code;
    private int tries;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected PasswordToken() {}

    PasswordToken(MintedToken token, String uid, @Nullable String code, int tries, Instant expiresAt) {
        this.tokenId = token.id();
        this.kind = token.keys().kind();
        this.requestKey = token.requestKey();
        this.uid = uid;
        this.code = code;
        this.tries = tries;
        this.expiresAt = expiresAt;
    }

    String tokenId() {
        return tokenId;
    }

    TokenKind kind() {
        return kind;
    }

    byte[] requestKey() {
        return requestKey;
    }

    String uid() {
        return uid;
    }

    /** What was mailed; null where nothing was. */
    @Nullable
    String code() {
        return code;
    }

    int tries() {
        return tries;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
