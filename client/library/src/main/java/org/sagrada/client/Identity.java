package org.sagrada.client;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.account.AccountServer;
import org.sagrada.model.browserid.Assertion;
import org.sagrada.model.browserid.Certificate;
import org.sagrada.model.browserid.SigningKey;
import org.sagrada.model.onepw.Key32;

/** Who the account is, so that other services believe it: a key pair, its certificate, and assertions made with both. */
final class Identity {

    private static final Duration CERTIFICATE_VALIDITY = Duration.ofHours(6);
    private static final Duration ASSERTION_VALIDITY = Duration.ofMinutes(5);

    private final AccountServer accounts;
    private final Key32 sessionToken;
    private final SecureRandom random;
    private @Nullable Certified certified;

    Identity(AccountServer accounts, Key32 sessionToken, SecureRandom random) {
        this.accounts = accounts;
        this.sessionToken = sessionToken;
        this.random = random;
    }

    private record Certified(SigningKey key, String certificate, Instant expiresAt) {}

    /** A bundle of certificate and assertion, valid for a few minutes from now by the audience's clock. */
    synchronized String assertion(String audience, Instant now) {
        Certified current = certified;
        if (current == null || current.expiresAt().isBefore(now.plus(ASSERTION_VALIDITY))) {
            current = certify();
            certified = current;
        }
        return new Assertion(audience, now.plus(ASSERTION_VALIDITY).truncatedTo(ChronoUnit.MILLIS))
                .bundle(current.certificate(), current.key());
    }

    /** Forgets the certificate, for instance because it says less than the account's present state. */
    synchronized void forget() {
        certified = null;
    }

    private Certified certify() {
        // Made in an instant, unlike an RSA key: a command that runs once makes one each time.
        SigningKey key = SigningKey.generateDs256(random);
        String certificate = accounts.certificate(sessionToken, key.verifyingKey(), CERTIFICATE_VALIDITY);
        return new Certified(key, certificate, Certificate.read(certificate).expiresAt());
    }
}
