package org.sagrada.token.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.token.fetch.CachedDocument;
import org.sagrada.token.fetch.FetchSettings;
import org.sagrada.token.fetch.Fetcher;

/** The keys with which the configured issuers sign OAuth and event tokens. A key not seen before is looked for once. */
public final class IssuerKeys {

    private final List<KeySet> keySets;

    /** Keys that are fetched when first needed. */
    public IssuerKeys(List<Issuer> issuers, Fetcher fetcher, FetchSettings settings, InstantSource clock) {
        this.keySets = issuers.stream()
                .map(issuer -> new KeySet(
                        issuer,
                        new CachedDocument<>(issuer.keysAddress(), IssuerKeys::parse, fetcher, settings, clock)))
                .toList();
    }

    /** Who signed a token. */
    public sealed interface Signer {

        /** One of the issuers did. */
        record Known(Issuer issuer) implements Signer {}

        /** None of them did. */
        record Nobody() implements Signer {}

        /** None whose keys can be had did. */
        record Unknown(String why) implements Signer {}
    }

    /** Finds the issuer whose key made the signature, which has to be RS256. */
    public Signer signerOf(JWSObject token) {
        if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            return new Signer.Nobody();
        }
        List<String> silent = new ArrayList<>();
        for (KeySet keySet : keySets) {
            Optional<JWKSet> keys = keySet.document().get();
            if (keys.isPresent() && anySigned(keys.get(), token)) {
                return new Signer.Known(keySet.issuer());
            }
            if (keys.isEmpty()) {
                silent.add(keySet.issuer().issuerName());
            }
        }
        Signer.@Nullable Known late = signerAmongNewKeys(token);
        if (late != null) {
            return late;
        }
        silent.addAll(inDoubtAbout(token.getHeader().getKeyID()));
        return silent.isEmpty()
                ? new Signer.Nobody()
                : new Signer.Unknown("the keys of " + String.join(", ", silent) + " can't be had");
    }

    private Signer.@Nullable Known signerAmongNewKeys(JWSObject token) {
        String kid = token.getHeader().getKeyID();
        if (kid == null) {
            return null;
        }
        for (KeySet keySet : keySets) {
            boolean isNew = keySet.document()
                    .get()
                    .filter(keys -> keys.getKeyByKeyId(kid) == null)
                    .isPresent();
            if (isNew
                    && keySet.document()
                            .getAnew()
                            .filter(keys -> anySigned(keys, token))
                            .isPresent()) {
                return new Signer.Known(keySet.issuer());
            }
        }
        return null;
    }

    /** Issuers that may have a key of this id by now, but don't answer. */
    private List<String> inDoubtAbout(@Nullable String kid) {
        return keySets.stream()
                .filter(keySet -> kid != null && keySet.document().isInDoubt())
                .filter(keySet -> keySet.document()
                        .get()
                        .filter(keys -> keys.getKeyByKeyId(kid) == null)
                        .isPresent())
                .map(keySet -> keySet.issuer().issuerName())
                .toList();
    }

    private static boolean anySigned(JWKSet keys, JWSObject token) {
        return keys.getKeys().stream().anyMatch(key -> key instanceof RSAKey rsa && signed(rsa, token));
    }

    private static boolean signed(RSAKey key, JWSObject token) {
        try {
            return token.verify(new RSASSAVerifier(key));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    private static JWKSet parse(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException malformed) {
            throw new IllegalArgumentException("not a set of keys");
        }
    }

    private record KeySet(Issuer issuer, CachedDocument<JWKSet> document) {}
}
