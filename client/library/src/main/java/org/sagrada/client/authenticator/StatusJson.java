package org.sagrada.client.authenticator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.authenticator.AccountStatus.NeedsKey;
import org.sagrada.client.authenticator.AccountStatus.NeedsPassword;
import org.sagrada.client.authenticator.AccountStatus.Ready;
import org.sagrada.client.authenticator.AccountStatus.ResetElsewhere;
import org.sagrada.client.authenticator.AccountStatus.SignedOut;
import org.sagrada.client.authenticator.AccountStatus.Unverified;
import org.sagrada.client.http.Json;
import org.sagrada.model.onepw.Key32;

/** A status as JSON, secrets included: for a store that encrypts. */
public final class StatusJson {

    private StatusJson() {}

    /** The JSON of a status. */
    public static Map<String, Object> write(AccountStatus status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", status.getClass().getSimpleName());
        json.put("email", status.email());
        if (status instanceof Unverified unverified) {
            signedIn(json, unverified.uid(), unverified.sessionToken(), unverified.pending(), unverified.formerKey());
        } else if (status instanceof NeedsKey needsKey) {
            signedIn(json, needsKey.uid(), needsKey.sessionToken(), needsKey.pending(), needsKey.formerKey());
        } else if (status instanceof Ready ready) {
            json.put("uid", ready.uid());
            json.put("sessionToken", ready.sessionToken().toHex());
            json.put("kB", ready.kB().toHex());
        } else if (status instanceof NeedsPassword needsPassword) {
            json.put("uid", needsPassword.uid());
            put(json, "formerKey", needsPassword.formerKey());
        } else if (status instanceof ResetElsewhere reset) {
            json.put("uid", reset.uid());
            if (reset.next() != null) {
                json.put("next", write(reset.next()));
            }
        }
        return json;
    }

    private static void signedIn(
            Map<String, Object> json,
            String uid,
            Key32 sessionToken,
            @Nullable PendingKey pending,
            @Nullable Key32 formerKey) {
        json.put("uid", uid);
        json.put("sessionToken", sessionToken.toHex());
        if (pending != null) {
            json.put("keyFetchToken", pending.keyFetchToken().toHex());
            json.put("unwrapBKey", pending.unwrapBKey().toHex());
        }
        put(json, "formerKey", formerKey);
    }

    private static void put(Map<String, Object> json, String name, @Nullable Key32 key) {
        if (key != null) {
            json.put(name, key.toHex());
        }
    }

    /**
     * The status of a JSON.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AccountStatus read(Json json) {
        String email = json.text("email");
        return switch (json.text("state")) {
            case "SignedOut" -> new SignedOut(email);
            case "Unverified" ->
                new Unverified(email, json.text("uid"), key(json, "sessionToken"), pending(json), former(json));
            case "NeedsKey" ->
                new NeedsKey(email, json.text("uid"), key(json, "sessionToken"), pending(json), former(json));
            case "Ready" -> new Ready(email, json.text("uid"), key(json, "sessionToken"), key(json, "kB"));
            case "NeedsPassword" -> new NeedsPassword(email, json.text("uid"), former(json));
            case "ResetElsewhere" -> {
                boolean known = json.asMap().containsKey("next");
                yield new ResetElsewhere(email, json.text("uid"), known ? (Ready) read(json.object("next")) : null);
            }
            default -> throw new IllegalArgumentException("no such state");
        };
    }

    private static @Nullable PendingKey pending(Json json) {
        return json.textOrNull("keyFetchToken") == null
                ? null
                : new PendingKey(key(json, "keyFetchToken"), key(json, "unwrapBKey"));
    }

    private static @Nullable Key32 former(Json json) {
        return json.textOrNull("formerKey") == null ? null : key(json, "formerKey");
    }

    private static Key32 key(Json json, String name) {
        return Key32.fromHex(json.text(name));
    }
}
