package org.sagrada.client.fake;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.browserid.Audience;
import org.sagrada.model.browserid.BundleVerifier;
import org.sagrada.model.browserid.SupportDocument;
import org.sagrada.model.browserid.SupportDocuments.Lookup;
import org.sagrada.model.browserid.Verification;
import org.sagrada.model.browserid.VerificationPolicy;
import org.sagrada.model.browserid.VerifyingKey;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.hawk.HawkCredentials;

/** The token service. */
final class FakeTokens {

    private final SecureRandom random;
    private final String url;
    private final BundleVerifier verifier;
    private final Map<String, Long> uids = new HashMap<>();
    private final Map<String, Issued> issued = new HashMap<>();
    private int count;
    private @Nullable String refusal;

    private record Issued(String key, long uid) {}

    FakeTokens(InstantSource clock, SecureRandom random, String url, String issuer, VerifyingKey key) {
        this.random = random;
        this.url = url;
        SupportDocument document = new SupportDocument.Primary(List.of(key), "/a", "/p");
        this.verifier = new BundleVerifier(
                new VerificationPolicy(List.of(Audience.parse(url)), Set.of(), Set.of(), Duration.ZERO),
                host -> host.equals(issuer) ? new Lookup.Found(document) : new Lookup.None(),
                clock);
    }

    Reply answer(Incoming request) {
        String authorization = request.header("Authorization");
        String clientState = request.header("X-Client-State");
        String word = refusal;
        if (word != null) {
            refusal = null;
            return Reply.corniceError(401, word);
        }
        if (authorization == null || !authorization.startsWith("BrowserID ") || clientState == null) {
            return Reply.corniceError(401, "error");
        }
        Verification verification = verifier.verify(authorization.substring("BrowserID ".length()));
        if (verification instanceof Verification.Refused refused) {
            return Reply.corniceError(401, refused.rule().isAboutTime() ? "invalid-timestamp" : "invalid-credentials");
        }
        String email = ((Verification.Verified) verification).email();
        long uid = uids.computeIfAbsent(email, any -> uids.size() + 1L);
        String id = "token-" + random.nextLong();
        byte[] key = new byte[16];
        random.nextBytes(key);
        issued.put(id, new Issued(Hex.encode(key), uid));
        count++;
        return Reply.json(
                200,
                "{\"id\":\"" + id + "\",\"key\":\"" + Hex.encode(key) + "\",\"uid\":" + uid + ",\"api_endpoint\":\""
                        + url + "/2.0/" + uid + "\",\"duration\":300,\"hashalg\":\"sha256\"}");
    }

    Optional<HawkCredentials> credentials(String id) {
        return Optional.ofNullable(issued.get(id)).map(token -> HawkCredentials.ofText(id, token.key()));
    }

    void refuseNext(String word) {
        refusal = word;
    }

    void revokeAll() {
        issued.clear();
    }

    int count() {
        return count;
    }
}
