package org.sagrada.pidp.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.auth.MintedToken;

/** A signed-in user on one device, known by the id of a token that the server does not have. */
@Entity
public class Session {

    @Id
    private String tokenId;

    private byte[] requestKey;
    private String uid;
    private String handle;
    private Instant createdAt;
    private Instant authAt;
    private Instant lastUsedAt;
    private String userAgent;
    private String methods;
    private @Nullable String verificationId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Session() {}

    Session(MintedToken token, String uid, String handle, SessionOrigin origin, Instant now) {
        this.tokenId = token.id();
        this.requestKey = token.requestKey();
        this.uid = uid;
        this.handle = handle;
        this.createdAt = now;
        this.authAt = now;
        this.lastUsedAt = now;
        this.userAgent = origin.userAgent();
        this.methods = AuthenticationMethod.PASSWORD.claim();
        this.verificationId = origin.verificationId();
    }

    /** The id under which requests name the token, 64 hexadecimal digits. */
    public String tokenId() {
        return tokenId;
    }

    byte[] requestKey() {
        return requestKey;
    }

    /** The account. */
    public String uid() {
        return uid;
    }

    /** A name for lists of sessions, which gives no power over it. */
    public String handle() {
        return handle;
    }

    /** When it began. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When the password was last shown. */
    public Instant authAt() {
        return authAt;
    }

    /** When it last signed a request, to the minute. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** What the client calls itself; empty when it does not. */
    public String userAgent() {
        return userAgent;
    }

    /** How the user proved who they are. */
    public List<AuthenticationMethod> methods() {
        return AuthenticationMethod.split(methods);
    }

    /** Whether no further proof is asked of it. */
    public boolean isVerified() {
        return verificationId == null;
    }

    /** What has to come back to verify it; nothing when it is verified. */
    public Optional<String> verificationId() {
        return Optional.ofNullable(verificationId);
    }

    /** Notes a further proof, after which nothing more is asked. */
    public void verify(AuthenticationMethod method) {
        verificationId = null;
        if (!methods().contains(method)) {
            methods = methods + "," + method.claim();
        }
    }

    /** The address was verified by other means; a session that waited for its code waits no longer. */
    public void verifiedWithAddress(String code) {
        if (code.equals(verificationId)) {
            verificationId = null;
        }
    }

    /** The password was shown again. */
    public void reauthenticate(Instant now) {
        authAt = now;
    }

    /** Takes over the state of the session that this one is a copy of, or comes after. */
    public void inherit(Session other) {
        createdAt = other.createdAt;
        authAt = other.authAt;
        methods = other.methods;
        verificationId = other.verificationId;
    }
}
