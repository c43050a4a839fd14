package org.sagrada.token.purge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkRequest;
import org.sagrada.model.hawk.HawkSigner;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.service.trace.TraceParent;
import org.sagrada.token.node.NodeAddresses;
import org.sagrada.token.node.NodeSecrets;
import org.sagrada.token.user.KeyId;
import org.springframework.stereotype.Component;

/**
 * Has a node delete all data of a user, with a token that says {@code purge}: the node then refuses every token of that
 * user it was shown or might be shown that was issued before.
 */
@Component
class NodeEraser {

    private static final Duration TOKEN_DURATION = Duration.ofMinutes(5);
    private static final int SALT_BYTES = 3;

    private final NodeSecrets secrets;
    private final NodeAddresses addresses;
    private final PurgeSettings settings;
    private final Clock clock;
    private final SecureRandom random;
    private final HttpClient http;

    NodeEraser(NodeSecrets secrets, NodeAddresses addresses, PurgeSettings settings, Clock clock, SecureRandom random) {
        this.secrets = secrets;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    /**
     * Deletes the data of a record; data that isn't there counts as deleted.
     *
     * @throws IOException if the node can't be reached or doesn't do it
     */
    void erase(DueRecord record) throws IOException {
        URI endpoint = endpoint(record.nodeUrl(), record);
        String authorization = new HawkSigner(clock, random)
                .sign(credentials(record), HawkRequest.of("DELETE", endpoint))
                .format();
        var request = HttpRequest.newBuilder(endpoint(addresses.of(record.nodeUrl()), record))
                .timeout(settings.timeout())
                .header("Authorization", authorization)
                .DELETE();
        if (record.traceparent() != null) {
            request.header(TraceParent.HEADER, record.traceparent());
        }
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2 && status != 404) {
                throw new IOException("status " + status);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    private URI endpoint(String node, DueRecord record) {
        return URI.create(settings.endpoint().replace("{node}", node).replace("{uid}", Long.toString(record.uid())));
    }

    private HawkCredentials credentials(DueRecord record) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var payload = new TokenPayload(
                record.uid(),
                record.nodeUrl(),
                clock.instant().plus(TOKEN_DURATION),
                Hex.encode(salt),
                record.accountUid(),
                KeyId.of(record.state()),
                null,
                null,
                null,
                true);
        var token = secrets.of(record.nodeUrl()).issue(payload);
        return HawkCredentials.ofText(token.id(), token.key());
    }
}
