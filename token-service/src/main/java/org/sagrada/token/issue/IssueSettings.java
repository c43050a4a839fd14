package org.sagrada.token.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.Hkdf;

/** What answers are made of. */
public record IssueSettings(
        Duration tokenDuration,
        List<Application> applications,
        @Nullable String nodeType,
        String metricsSecret) {

    /** A secret for the metrics' hashes where the operator set none; it tells nothing of the master secret. */
    public static String derivedMetricsSecret(String masterSecret) {
        return Hex.encode(Hkdf.derive(masterSecret.getBytes(UTF_8), "sagrada/token/metrics".getBytes(UTF_8), 32));
    }

    @Override
    public String toString() {
        return "IssueSettings[redacted]";
    }
}
