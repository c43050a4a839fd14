package org.sagrada.model.browserid;

import java.util.HashSet;
import java.util.Set;
import org.sagrada.model.browserid.SupportDocument.Delegation;
import org.sagrada.model.browserid.SupportDocuments.Lookup;

/** Who speaks for a host: itself, or whom its support document names, or whom that one names. */
record Authority(SupportDocuments documents) {

    private static final int MOST_DELEGATIONS = 5;

    Trust trust(String issuer, String emailHost) {
        Set<String> seen = new HashSet<>();
        String host = emailHost;
        while (!host.equals(issuer)) {
            if (!seen.add(host) || seen.size() > MOST_DELEGATIONS) {
                return Trust.UNTRUSTED;
            }
            Lookup lookup = documents.lookUp(host);
            if (lookup instanceof Lookup.Unreachable) {
                return Trust.UNKNOWN;
            }
            if (!(lookup instanceof Lookup.Found found) || !(found.document() instanceof Delegation delegation)) {
                return Trust.UNTRUSTED;
            }
            host = delegation.authority();
        }
        return Trust.TRUSTED;
    }
}
