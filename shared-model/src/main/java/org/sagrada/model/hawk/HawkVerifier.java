package org.sagrada.model.hawk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.ConstantTime;

/**
 * Checks signed requests, in this order: header, id, MAC, time, payload. Replays are the caller's to see, since only
 * it has the memory: a nonce counts as used once its request was accepted.
 */
public final class HawkVerifier {

    private final InstantSource clock;
    private final Duration window;

    /**
     * A verifier for any credentials.
     *
     * @param window how far a request's time may be from the clock; just as far is too far
     */
    public HawkVerifier(InstantSource clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /**
     * Checks all but the payload.
     *
     * @param authorization the header's value; null when there is none
     * @param credentials finds the key of an id
     */
    public HawkVerdict verify(
            @Nullable String authorization,
            HawkRequest request,
            Function<String, Optional<HawkCredentials>> credentials) {
        if (authorization == null) {
            return new HawkVerdict.BadHeader("no Authorization header");
        }
        HawkHeader header;
        try {
            header = HawkHeader.parse(authorization);
        } catch (MalformedHawkHeaderException malformed) {
            return new HawkVerdict.BadHeader(String.valueOf(malformed.getMessage()));
        }
        return credentials
                .apply(header.id())
                .map(found -> verify(header, request, found))
                .orElseGet(HawkVerdict.UnknownId::new);
    }

    /** Checks MAC and time of a header that was read and whose credentials were found. */
    public HawkVerdict verify(HawkHeader header, HawkRequest request, HawkCredentials credentials) {
        if (!ConstantTime.equal(HawkMac.ofRequest(credentials, request, header.artifacts()), header.mac())) {
            return new HawkVerdict.BadMac();
        }
        long now = clock.instant().getEpochSecond();
        if (Math.abs(now - header.artifacts().ts()) >= window.toSeconds()) {
            return new HawkVerdict.StaleTimestamp(now, HawkMac.ofTime(credentials, now));
        }
        return new HawkVerdict.Accepted(header);
    }

    /**
     * Checks the payload of an accepted request. A request that was signed without a hash passes with any.
     *
     * @param contentType as the request declares it; null when it doesn't
     */
    public HawkVerdict verifyPayload(HawkVerdict.Accepted accepted, @Nullable String contentType, byte[] payload) {
        String hash = accepted.header().artifacts().hash();
        return hash == null || PayloadHash.matches(hash, contentType, payload)
                ? accepted
                : new HawkVerdict.BadPayloadHash();
    }
}
