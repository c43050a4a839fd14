package org.sagrada.model.browserid;

import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.browserid.SupportDocument.Primary;
import org.sagrada.model.browserid.SupportDocuments.Lookup;
import org.sagrada.model.browserid.Verification.Refused;
import org.sagrada.model.browserid.Verification.Rule;
import org.sagrada.model.browserid.Verification.Unavailable;
import org.sagrada.model.browserid.Verification.Verified;

/**
 * Verifies bundles of a certificate and an assertion. Times are looked at before signatures, so that a client with a wrong
 * clock learns of it whichever of the issuer's keys signed. Whether the issuer may speak for the address comes last: to know
 * it, hosts may have to be asked that the bundle names, and nobody shall cause that without a signature of the issuer.
 */
public final class BundleVerifier {

    private static final Pattern EMAIL = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~.\\-]+@([\\w.\\-]+(?::[0-9]{1,5})?)");

    private final VerificationPolicy policy;
    private final SupportDocuments documents;
    private final InstantSource clock;

    public BundleVerifier(VerificationPolicy policy, SupportDocuments documents, InstantSource clock) {
        this.policy = policy;
        this.documents = documents;
        this.clock = clock;
    }

    /** Verifies one bundle now. Any text at all has an outcome; nothing is thrown because of it. */
    public Verification verify(String text) {
        Bundle bundle;
        try {
            bundle = Bundle.parse(text);
        } catch (MalformedBrowserIdException malformed) {
            return new Refused(Rule.MALFORMED, String.valueOf(malformed.getMessage()));
        }
        Refused refused = refusedBeforeTrust(bundle);
        if (refused != null) {
            return refused;
        }
        String issuer = bundle.certificate().issuer();
        if (!policy.allows(issuer)) {
            return new Refused(Rule.ISSUER_NOT_ALLOWED, issuer);
        }
        Verification signed = verifySignatures(bundle);
        if (!(signed instanceof Verified)) {
            return signed;
        }
        return switch (trust(bundle.certificate())) {
            case TRUSTED -> signed;
            case UNTRUSTED -> new Refused(Rule.UNTRUSTED_ISSUER, issuer);
            case UNKNOWN -> new Unavailable(issuer, "can't be asked who speaks for the address");
        };
    }

    private @Nullable Refused refusedBeforeTrust(Bundle bundle) {
        Assertion assertion = bundle.assertion();
        Certificate certificate = bundle.certificate();
        if (!policy.isFor(assertion.audience())) {
            return new Refused(Rule.WRONG_AUDIENCE, assertion.audience());
        }
        Instant now = clock.instant();
        if (hasExpired(assertion.expiresAt(), now)) {
            return new Refused(Rule.ASSERTION_EXPIRED, assertion.expiresAt() + ", now " + now);
        }
        if (isFromTheFuture(assertion.issuedAt(), now)) {
            return new Refused(Rule.ASSERTION_FROM_THE_FUTURE, assertion.issuedAt() + ", now " + now);
        }
        if (hasExpired(certificate.expiresAt(), now)) {
            return new Refused(Rule.CERTIFICATE_EXPIRED, certificate.expiresAt() + ", now " + now);
        }
        if (isFromTheFuture(certificate.issuedAt(), now)) {
            return new Refused(Rule.CERTIFICATE_FROM_THE_FUTURE, certificate.issuedAt() + ", now " + now);
        }
        if (!EMAIL.matcher(certificate.email()).matches()) {
            return new Refused(Rule.BAD_EMAIL, "the principal isn't an e-mail address");
        }
        return null;
    }

    private boolean hasExpired(Instant expiresAt, Instant now) {
        return expiresAt.isBefore(now.minus(policy.clockSkew()));
    }

    private boolean isFromTheFuture(@Nullable Instant issuedAt, Instant now) {
        return issuedAt != null && issuedAt.isAfter(now.plus(policy.clockSkew()));
    }

    private Trust trust(Certificate certificate) {
        if (policy.trustedIssuers().contains(certificate.issuer())) {
            return Trust.TRUSTED;
        }
        var email = EMAIL.matcher(certificate.email());
        return email.matches() ? new Authority(documents).trust(certificate.issuer(), email.group(1)) : Trust.UNTRUSTED;
    }

    private Verification verifySignatures(Bundle bundle) {
        String issuer = bundle.certificate().issuer();
        Verification certified = certified(bundle, documents.lookUp(issuer));
        if (certified instanceof Refused refused && refused.rule() == Rule.BAD_CERTIFICATE_SIGNATURE) {
            certified = certified(bundle, documents.lookUpAnew(issuer));
        }
        if (!(certified instanceof Verified)) {
            return certified;
        }
        return bundle.signedAssertion().isSignedBy(bundle.certificate().publicKey())
                ? certified
                : new Refused(Rule.BAD_ASSERTION_SIGNATURE, "not by the certified key");
    }

    /** What the bundle says, if one of its issuer's keys signed the certificate; the assertion is yet to be looked at. */
    private static Verification certified(Bundle bundle, Lookup lookup) {
        String issuer = bundle.certificate().issuer();
        if (lookup instanceof Lookup.Unreachable unreachable) {
            return new Unavailable(issuer, unreachable.why());
        }
        if (!(lookup instanceof Lookup.Found found) || !(found.document() instanceof Primary primary)) {
            return new Refused(Rule.UNTRUSTED_ISSUER, issuer + " issues no certificates");
        }
        if (primary.keys().stream().noneMatch(bundle.signedCertificate()::isSignedBy)) {
            return new Refused(Rule.BAD_CERTIFICATE_SIGNATURE, "by none of the keys of " + issuer);
        }
        return new Verified(
                bundle.certificate().email(),
                bundle.assertion().audience(),
                issuer,
                bundle.assertion().expiresAt(),
                bundle.certificate().claims(),
                bundle.assertion().claims());
    }
}
