package org.sagrada.token.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one issuer (RFC 7517), read once for many tokens. Only RSA keys verify anything; others are known by name. */
final class IssuerKeySet {

    private final List<Key> keys;
    private final Set<String> ids;

    private IssuerKeySet(List<Key> keys, Set<String> ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** Reads a set; an {@link IllegalArgumentException} for what isn't one. */
    static IssuerKeySet parse(String json) {
        List<Key> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JWK key : read(json).getKeys()) {
            if (key.getKeyID() != null) {
                ids.add(key.getKeyID());
            }
            if (key instanceof RSAKey rsa) {
                addUsable(rsa, keys);
            }
        }
        return new IssuerKeySet(List.copyOf(keys), Set.copyOf(ids));
    }

    /** Whether there is a key of this name. */
    boolean has(String kid) {
        return ids.contains(kid);
    }

    /** Whether one of the keys signed the token: the one that it names, if any, or another one. */
    boolean signed(JWSObject token) {
        String kid = token.getHeader().getKeyID();
        for (Key key : keys) {
            if (key.isNamed(kid) && key.signed(token)) {
                return true;
            }
        }
        for (Key key : keys) {
            if (!key.isNamed(kid) && key.signed(token)) {
                return true;
            }
        }
        return false;
    }

    private static JWKSet read(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException malformed) {
            throw new IllegalArgumentException("not a set of keys");
        }
    }

    private static void addUsable(RSAKey key, List<Key> keys) {
        try {
            keys.add(new Key(key.getKeyID(), new RSASSAVerifier(key)));
        } catch (JOSEException unusable) {
            // Nothing is signed by a key that the platform refuses; the others may be good.
        }
    }

    private record Key(@Nullable String kid, RSASSAVerifier verifier) {

        boolean isNamed(@Nullable String name) {
            return name != null && name.equals(kid);
        }

        boolean signed(JWSObject token) {
            try {
                return token.verify(verifier);
            } catch (JOSEException malformed) {
                return false;
            }
        }
    }
}
