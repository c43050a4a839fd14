package org.sagrada.token.issue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.token.assignment.Assignment;
import org.sagrada.token.credential.Identity;
import org.sagrada.token.node.NodeSecrets;
import org.sagrada.token.user.KeyId;
import org.springframework.stereotype.Component;

/** Makes the token for an assignment, signed for its node. */
@Component
class TokenIssuer {

    private static final int SALT_BYTES = 3;

    private final NodeSecrets secrets;
    private final IssueSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    TokenIssuer(NodeSecrets secrets, IssueSettings settings, Clock clock, SecureRandom random) {
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    TokenAnswer issue(Application application, Identity identity, Assignment assignment, Duration duration) {
        var ids = MetricsIds.of(settings.metricsSecret(), identity.accountUid(), identity.deviceId());
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var payload = new TokenPayload(
                assignment.uid(),
                assignment.nodeUrl(),
                clock.instant().plus(duration),
                Hex.encode(salt),
                identity.accountUid(),
                KeyId.of(assignment.state()),
                ids.user(),
                ids.device(),
                null,
                false);
        var token = secrets.of(assignment.nodeUrl()).issue(payload);
        return new TokenAnswer(
                token.id(),
                token.key(),
                assignment.uid(),
                application.endpoint(assignment.nodeUrl(), assignment.uid()),
                duration.toSeconds(),
                "sha256",
                ids.user(),
                settings.nodeType());
    }
}
