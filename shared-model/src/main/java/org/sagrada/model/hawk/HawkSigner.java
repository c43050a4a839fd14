package org.sagrada.model.hawk;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.Base64Url;

/** Signs requests at the present time with fresh nonces. */
public final class HawkSigner {

    private static final int NONCE_BYTES = 9;

    private final InstantSource clock;
    private final SecureRandom random;

    /**
     * A signer for any credentials.
     *
     * @param clock the time as the server has it; a client whose own clock is off passes a corrected one
     */
    public HawkSigner(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** The header for a request without a payload, or whose payload stays unsigned. */
    public HawkHeader sign(HawkCredentials credentials, HawkRequest request) {
        return sign(credentials, request, null);
    }

    /** The header for a request with a payload of the given {@link PayloadHash}. */
    public HawkHeader sign(HawkCredentials credentials, HawkRequest request, @Nullable String payloadHash) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        HawkArtifacts artifacts = HawkArtifacts.of(clock.instant().getEpochSecond(), Base64Url.encode(nonce))
                .with(payloadHash, null);
        return HawkHeader.sign(credentials, request, artifacts);
    }
}
