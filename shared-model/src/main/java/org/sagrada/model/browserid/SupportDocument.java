package org.sagrada.model.browserid;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a domain publishes at {@code /.well-known/browserid}: how it takes part in BrowserID. */
public sealed interface SupportDocument {

    /**
     * The domain issues certificates itself.
     *
     * @param keys the keys it signs with, the newest first; at least one
     * @param authentication absolute path of the page where users sign in
     * @param provisioning absolute path of the page that hands out certificates
     */
    record Primary(List<VerifyingKey> keys, String authentication, String provisioning) implements SupportDocument {

        public Primary {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new MalformedBrowserIdException("missing 'keys' and/or 'public-key'");
            }
            if (!authentication.startsWith("/") || !provisioning.startsWith("/")) {
                throw new MalformedBrowserIdException("path must start with a slash");
            }
        }

        /** The document: the newest key as {@code public-key} in BrowserID's form, all of them as JWK in {@code keys}. */
        public Map<String, Object> toJson() {
            List<Map<String, Object>> jwks = new ArrayList<>();
            for (VerifyingKey key : keys) {
                Map<String, Object> jwk = key.toJwk();
                jwk.put("use", "sig");
                jwks.add(jwk);
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("public-key", keys.get(0).toJson());
            json.put("keys", jwks);
            json.put("authentication", authentication);
            json.put("provisioning", provisioning);
            return json;
        }
    }

    /** Another host speaks for the domain. */
    record Delegation(String authority) implements SupportDocument {

        private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-]{1,253}(:[0-9]{1,5})?");

        public Delegation {
            if (!HOST.matcher(authority).matches()) {
                throw new MalformedBrowserIdException("authority is not a hostname");
            }
        }
    }

    /** The domain takes no part. */
    record Disabled() implements SupportDocument {}

    /**
     * Reads a document. Keys for another use than signing, and those of kinds BrowserID doesn't know, are left out.
     *
     * @throws MalformedBrowserIdException saying what is missing
     */
    static SupportDocument parse(String json) {
        Map<String, Object> document = Members.parse(json);
        Members members = new Members(document);
        if (document.containsKey("disabled")) {
            if (!(members.get("disabled") instanceof Boolean disabled)) {
                throw new MalformedBrowserIdException("disabled must be true or false");
            }
            if (disabled) {
                return new Disabled();
            }
        }
        if (document.containsKey("authority")) {
            return new Delegation(members.text("authority"));
        }
        List<VerifyingKey> keys = keys(document, members);
        for (String path : List.of("authentication", "provisioning")) {
            if (!document.containsKey(path)) {
                throw new MalformedBrowserIdException("missing '" + path + "'");
            }
        }
        return new Primary(keys, members.text("authentication"), members.text("provisioning"));
    }

    private static List<VerifyingKey> keys(Map<String, Object> document, Members members) {
        List<VerifyingKey> keys = new ArrayList<>();
        if (document.containsKey("public-key")) {
            keys.add(VerifyingKey.parse(members.object("public-key")));
        }
        if (members.get("keys") instanceof List<?> list) {
            for (Object item : list) {
                VerifyingKey key = item instanceof Map<?, ?> jwk ? signingKeyOrNull(jwk) : null;
                if (key != null && !keys.contains(key)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    private static @Nullable VerifyingKey signingKeyOrNull(Map<?, ?> jwk) {
        Object use = jwk.get("use");
        boolean known = "RSA".equals(jwk.get("kty")) || "DSA".equals(jwk.get("kty"));
        if (!known || (use != null && !use.equals("sig"))) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        jwk.forEach((name, value) -> members.put((String) name, value));
        return VerifyingKey.parse(members);
    }

    /** The text of any document, ready to be served as {@code application/json}. */
    static String format(SupportDocument document) {
        if (document instanceof Primary primary) {
            return JSONObjectUtils.toJSONString(primary.toJson());
        }
        if (document instanceof Delegation delegation) {
            return JSONObjectUtils.toJSONString(Map.of("authority", delegation.authority()));
        }
        return JSONObjectUtils.toJSONString(Map.of("disabled", true));
    }
}
