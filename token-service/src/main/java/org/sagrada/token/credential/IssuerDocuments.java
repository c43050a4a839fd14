package org.sagrada.token.credential;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sagrada.model.browserid.SupportDocument;
import org.sagrada.model.browserid.SupportDocuments;
import org.sagrada.token.fetch.CachedDocument;
import org.sagrada.token.fetch.FetchSettings;
import org.sagrada.token.fetch.Fetcher;

/** The support documents of the configured issuers; others know of other hosts, or nobody does. */
public final class IssuerDocuments implements SupportDocuments {

    private final Map<String, CachedDocument<SupportDocument>> byIssuer;
    private final SupportDocuments others;

    /**
     * Documents that are fetched when first needed.
     *
     * @param others for hosts that are no configured issuers
     */
    public IssuerDocuments(
            List<Issuer> issuers,
            Fetcher fetcher,
            FetchSettings settings,
            InstantSource clock,
            SupportDocuments others) {
        this.others = others;
        this.byIssuer = issuers.stream()
                .collect(Collectors.toMap(
                        Issuer::issuerName,
                        issuer -> new CachedDocument<>(
                                URI.create(issuer.baseUrl() + "/.well-known/browserid"),
                                SupportDocument::parse,
                                fetcher,
                                settings,
                                clock)));
    }

    @Override
    public Lookup lookUp(String host) {
        CachedDocument<SupportDocument> document = byIssuer.get(host);
        if (document == null) {
            return others.lookUp(host);
        }
        return document.get()
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() -> new Lookup.Unreachable("its support document can't be had"));
    }

    @Override
    public Lookup lookUpAnew(String host) {
        CachedDocument<SupportDocument> document = byIssuer.get(host);
        if (document == null) {
            return others.lookUpAnew(host);
        }
        return document.getAnew()
                .filter(known -> !document.isInDoubt())
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() ->
                        new Lookup.Unreachable("its support document can't be had, and its keys may have changed"));
    }
}
