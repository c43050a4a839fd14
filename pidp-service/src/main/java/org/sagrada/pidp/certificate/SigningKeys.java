package org.sagrada.pidp.certificate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.browserid.SigningKey;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The PIdP's own keys: made at the first start, kept in the database, shared by all processes. A new one is published for a while
 * before it signs, and the one before it stays published until nothing that it signed can be valid any more.
 */
@Component
public final class SigningKeys implements SmartInitializingSingleton {

    private static final int BITS = 2048;
    private static final Duration SLACK = Duration.ofHours(1);
    /** No certificate and no access token is good for longer. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    /** Shorter than any sensible publish-ahead time: each process knows a new key before another one signs with it. */
    private static final Duration REFRESH = Duration.ofSeconds(15);

    private final SigningKeyTable keys;
    private final CertificateSettings settings;
    private final TransactionOperations transaction;
    private final SecureRandom random;
    private final Clock clock;
    private volatile @Nullable Loaded loaded;

    SigningKeys(
            SigningKeyTable keys,
            CertificateSettings settings,
            TransactionOperations transaction,
            SecureRandom random,
            Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            keys.lock();
            var now = clock.instant();
            if (keys.findListed(now).isEmpty()) {
                store(now, now);
            }
        });
    }

    /** The key that signs now. */
    public ListedKey current() {
        return signing(listed());
    }

    /** All keys that verifiers are to know, the one that signs now first. */
    public List<ListedKey> published() {
        var all = listed();
        var current = signing(all);
        return Stream.concat(
                        Stream.of(current),
                        all.stream().filter(key -> !key.kid().equals(current.kid())))
                .toList();
    }

    /** All keys as the operator sees them, the one that takes over last first. */
    public List<Stored> stored() {
        var now = clock.instant();
        var current = current().kid();
        return keys.findListed(now).stream()
                .map(key -> new Stored(
                        key.kid(), key.kid().equals(current), key.createdAt(), key.signsFrom(), key.listedUntil()))
                .toList();
    }

    /** Makes a new key that takes over after the publish-ahead time; answers its id. */
    public String rotate() {
        var kid = transaction.execute(status -> {
            keys.lock();
            var now = clock.instant();
            var signsFrom = now.plus(settings.publishAhead());
            keys.listUntil(signsFrom.plus(LONGEST_LIFE).plus(SLACK));
            keys.deleteListedUntil(now.minus(SLACK));
            return store(now, signsFrom);
        });
        loaded = null;
        return kid;
    }

    private String store(Instant now, Instant signsFrom) {
        var key = SigningKey.generateRsa(BITS, random);
        var listed = new ListedKey(ListedKey.kid(key), now, signsFrom, key);
        keys.add(new StoredSigningKey(listed.kid(), listed.secretText(), now, signsFrom, null));
        return listed.kid();
    }

    private ListedKey signing(List<ListedKey> all) {
        var now = clock.instant();
        return all.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No key signs now"));
    }

    private List<ListedKey> listed() {
        var known = loaded;
        var now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(REFRESH))) {
            return known.keys();
        }
        var fresh = keys.findListed(now).stream().map(ListedKey::of).toList();
        loaded = new Loaded(now, fresh);
        return fresh;
    }

    /**
     * A key without its secret.
     *
     * @param signs whether it is the one that signs now
     * @param signsFrom when it takes over, or took over
     * @param listedUntil when verifiers may forget it; null while no other has taken over
     */
    public record Stored(
            String kid,
            boolean signs,
            Instant createdAt,
            Instant signsFrom,
            @Nullable Instant listedUntil) {}

    private record Loaded(Instant at, List<ListedKey> keys) {}
}
