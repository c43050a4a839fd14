package org.sagrada.client.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkVerdict;
import org.sagrada.model.hawk.HawkVerifier;

/** Lets signed requests in. */
final class HawkDoor {

    private final HawkVerifier verifier;

    HawkDoor(InstantSource clock) {
        this.verifier = new HawkVerifier(clock, Duration.ofSeconds(60));
    }

    HawkVerdict judge(Incoming request, Function<String, Optional<HawkCredentials>> credentials) {
        HawkVerdict verdict = verifier.verify(request.header("Authorization"), request.hawk(), credentials);
        if (verdict instanceof HawkVerdict.Accepted accepted && !request.body().isEmpty()) {
            return verifier.verifyPayload(
                    accepted, request.header("Content-Type"), request.body().getBytes(UTF_8));
        }
        return verdict;
    }
}
