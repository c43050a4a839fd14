package org.sagrada.token.credential;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
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
                        new CachedDocument<>(issuer.keysAddress(), IssuerKeySet::parse, fetcher, settings, clock)))
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
            Optional<IssuerKeySet> keys = keySet.document().get();
            if (keys.isPresent() && keys.get().signed(token)) {
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
            boolean isNew =
                    keySet.document().get().filter(keys -> !keys.has(kid)).isPresent();
            if (isNew
                    && keySet.document()
                            .getAnew()
                            .filter(keys -> keys.signed(token))
                            .isPresent()) {
                return new Signer.Known(keySet.issuer());
            }
        }
        return null;
    }

    /** Issuers that may have a key of this id by now, but don't answer. */
    private List<String> inDoubtAbout(@Nullable String kid) {
        if (kid == null) {
            return List.of();
        }
        return keySets.stream()
                .filter(keySet -> keySet.document().isInDoubt())
                .filter(keySet ->
                        keySet.document().get().filter(keys -> !keys.has(kid)).isPresent())
                .map(keySet -> keySet.issuer().issuerName())
                .toList();
    }

    private record KeySet(Issuer issuer, CachedDocument<IssuerKeySet> document) {}
}
