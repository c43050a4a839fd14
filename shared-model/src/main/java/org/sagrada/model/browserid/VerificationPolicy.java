package org.sagrada.model.browserid;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a verifier accepts.
 *
 * @param audiences the origins that are this verifier; at least one
 * @param trustedIssuers issuers that may speak for addresses of any host
 * @param allowedIssuers the only issuers that are accepted at all; empty means no such limit
 * @param clockSkew how far a time may lie on the wrong side of now
 */
public record VerificationPolicy(
        List<Audience> audiences, Set<String> trustedIssuers, Set<String> allowedIssuers, Duration clockSkew) {

    public VerificationPolicy {
        audiences = List.copyOf(audiences);
        trustedIssuers = Set.copyOf(trustedIssuers);
        allowedIssuers = Set.copyOf(allowedIssuers);
        if (audiences.isEmpty() || clockSkew.isNegative()) {
            throw new IllegalArgumentException("a verifier needs an audience and a clock skew of zero or more");
        }
    }

    boolean isFor(String audience) {
        return audiences.stream().anyMatch(ours -> ours.matches(audience));
    }

    boolean allows(String issuer) {
        return allowedIssuers.isEmpty() || allowedIssuers.contains(issuer);
    }
}
