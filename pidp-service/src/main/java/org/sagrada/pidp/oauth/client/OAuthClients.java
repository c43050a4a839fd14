package org.sagrada.pidp.oauth.client;

import java.util.Map;
import java.util.stream.Collectors;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.stereotype.Component;

/** The programs that the operator lets ask for tokens. */
@Component
public final class OAuthClients {

    private final Map<String, OAuthClient> byId;
    private final ScopeSet keyScopes;

    OAuthClients(OAuthSettings settings) {
        this.byId = settings.clients().entrySet().stream()
                .filter(entry -> entry.getValue().enabled())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> client(entry.getKey(), entry.getValue())));
        this.keyScopes = ScopeSet.parse(String.join(" ", settings.keyScopes()));
    }

    /** The client; errno 162 when there is none of this id. */
    public OAuthClient require(String id) {
        var client = byId.get(id);
        if (client == null) {
            throw new Refusal(PidpError.of(400, 162, "Unknown client_id").with("clientId", id));
        }
        return client;
    }

    /** The name to show for a client; its id where it is no longer known. */
    public String nameOf(String id) {
        var client = byId.get(id);
        return client == null ? id : client.name();
    }

    /** Reads the scopes that a client asks for; errno 163 when it may not have one of them. */
    public ScopeSet allowed(OAuthClient client, String text) {
        return within(client.scope(), text);
    }

    /** Reads the scopes that are asked for; errno 163 when one goes beyond what is permitted. */
    public ScopeSet within(ScopeSet permitted, String text) {
        var wanted = ScopeSet.parse(text);
        if (wanted.isEmpty()) {
            throw new Refusal(PidpError.invalidParameter("scope"));
        }
        var beyond = wanted.notCoveredBy(permitted);
        if (!beyond.isEmpty()) {
            throw new Refusal(
                    PidpError.of(400, 163, "Requested scopes are not allowed").with("invalidScopes", beyond));
        }
        return wanted;
    }

    /** Whether a scope has a key of its own. */
    public boolean hasKey(Scope scope) {
        return keyScopes.covers(scope);
    }

    /** Whether only a verified session may give these: one of them has a key, or is a session. */
    public boolean needsVerifiedSession(ScopeSet scope) {
        return scope.scopes().stream().anyMatch(one -> hasKey(one) || one.equals(Scope.SESSION));
    }

    private static OAuthClient client(String id, OAuthSettings.Client client) {
        return new OAuthClient(
                id,
                client.name(),
                client.redirectUris(),
                ScopeSet.parse(String.join(" ", client.scopes())),
                client.canGrant());
    }
}
