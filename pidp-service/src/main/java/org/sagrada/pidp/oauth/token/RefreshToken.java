package org.sagrada.pidp.oauth.token;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.sagrada.pidp.oauth.client.OAuthClient;
import org.sagrada.pidp.oauth.client.ScopeSet;
import org.sagrada.pidp.session.AuthenticationMethod;

/** The lasting permission that a user gave a client, known by the hash of a token that the server does not have. */
@Entity
public class RefreshToken {

    @Id
    private String id;

    private String uid;
    private String clientId;
    private String scope;
    private Instant authAt;
    private String methods;
    private String userAgent;
    private Instant createdAt;
    private Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected RefreshToken() {}

    RefreshToken(String id, String uid, OAuthClient client, ScopeSet scope, SignInProof proof, Instant now) {
        this.id = id;
        this.uid = uid;
        this.clientId = client.id();
        this.scope = scope.toString();
        this.authAt = proof.authAt();
        this.methods = AuthenticationMethod.join(proof.methods());
        this.userAgent = proof.userAgent();
        this.createdAt = now;
        this.lastUsedAt = now;
    }

    /** 64 hexadecimal digits, which give no power over it. */
    public String id() {
        return id;
    }

    /** The account. */
    public String uid() {
        return uid;
    }

    /** Who holds it. */
    public String clientId() {
        return clientId;
    }

    /** What access tokens by it may be good for. */
    public ScopeSet scope() {
        return ScopeSet.parse(scope);
    }

    /** When the user last showed the password for it. */
    public Instant authAt() {
        return authAt;
    }

    /** How the user proved who they are. */
    public List<AuthenticationMethod> methods() {
        return AuthenticationMethod.split(methods);
    }

    /** What the client calls itself; empty when it does not. */
    public String userAgent() {
        return userAgent;
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it was last used, to the minute. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }
}
