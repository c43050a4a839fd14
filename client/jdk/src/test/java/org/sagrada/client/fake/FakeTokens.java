package org.sagrada.client.fake;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** When all keys were made, in ms. */
    static final long KEYS_CHANGED_AT = 1_500_000_000_000L;

    private final SecureRandom random;
    private final String url;
    private final BundleVerifier verifier;
    private final Function<String, Optional<String>> accessTokens;
    private final Map<String, Long> uids = new HashMap<>();
    private final Map<String, Issued> issued = new HashMap<>();
    private int count;
    private @Nullable String refusal;
    private boolean takesAssertions = true;

    private record Issued(String key, long uid) {}

    FakeTokens(
            InstantSource clock,
            SecureRandom random,
            String url,
            String issuer,
            VerifyingKey key,
            Function<String, Optional<String>> accessTokens) {
        this.random = random;
        this.accessTokens = accessTokens;
        this.url = url;
        SupportDocument document = new SupportDocument.Primary(List.of(key), "/a", "/p");
        this.verifier = new BundleVerifier(
                new VerificationPolicy(List.of(Audience.parse(url)), Set.of(), Set.of(), Duration.ZERO),
                host -> host.equals(issuer) ? new Lookup.Found(document) : new Lookup.None(),
                clock);
    }

    Reply answer(Incoming request) {
        String word = refusal;
        if (word != null) {
            refusal = null;
            return Reply.corniceError(401, word);
        }
        String authorization = Objects.requireNonNullElse(request.header("Authorization"), "");
        if (authorization.startsWith("Bearer ")) {
            return authorized(authorization.substring("Bearer ".length()), request.header("X-KeyID"));
        }
        if (!takesAssertions || !authorization.startsWith("BrowserID ") || request.header("X-Client-State") == null) {
            return Reply.corniceError(401, "error");
        }
        Verification verification = verifier.verify(authorization.substring("BrowserID ".length()));
        if (verification instanceof Verification.Refused refused) {
            return Reply.corniceError(401, refused.rule().isAboutTime() ? "invalid-timestamp" : "invalid-credentials");
        }
        return issue(((Verification.Verified) verification).email());
    }

    private Reply authorized(String accessToken, @Nullable String keyId) {
        if (keyId == null || !keyId.matches(KEYS_CHANGED_AT + "-[A-Za-z0-9_-]{22}")) {
            return Reply.corniceError(401, "invalid-credentials");
        }
        return accessTokens.apply(accessToken).map(this::issue).orElseGet(() -> Reply.corniceError(401, "error"));
    }

    private Reply issue(String email) {
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

    /** From now on it knows OAuth alone. */
    void takeNoAssertions() {
        takesAssertions = false;
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
