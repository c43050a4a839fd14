package org.sagrada.client.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.Urls;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.wrap.KeyTags;
import org.sagrada.model.wrap.UnwrapException;
import org.sagrada.model.wrap.WrappingKey;

/**
 * Keys that the account keeps for services, each wrapped on the device under a key that follows from kB: the server has them but
 * can't read them. Methods throw an {@link AccountException} when the server refuses.
 */
public final class ServiceKeys {

    private static final String PATH = "/v1/service_keys";
    private static final int NOT_FOUND = 300;
    private static final int USELESS = 301;

    private final AccountRequests requests;
    private final TokenKeys session;
    private final String email;
    private final Supplier<Key32> kB;
    private final SecureRandom random;

    ServiceKeys(AccountRequests requests, Key32 sessionToken, String email, Supplier<Key32> kB, SecureRandom random) {
        this.requests = requests;
        this.session = AccountRequests.sessionKeys(sessionToken);
        this.email = email;
        this.kB = kB;
        this.random = random;
    }

    /**
     * A key as it is listed.
     *
     * @param origin the service: scheme, host and, where it isn't the default, port
     * @param keyType what it is for
     * @param usable false once a reset of the password has replaced the key that it is wrapped under
     */
    public record Listed(String origin, String keyType, Instant changedAt, boolean usable) {}

    /** All of them, without the keys. */
    public List<Listed> list() {
        return requests.get(PATH, session).objects("keys").stream()
                .map(key -> new Listed(
                        key.text("origin"),
                        key.text("keytype"),
                        Instant.ofEpochMilli(key.number("modified")),
                        key.flag("usable")))
                .toList();
    }

    /**
     * A key in clear; empty if there is none, or if a reset made it useless.
     *
     * @throws UnwrapException if it was wrapped for another user, service or purpose, or was changed
     */
    public Optional<byte[]> get(String origin, String keyType) throws UnwrapException {
        Json answer;
        try {
            answer = requests.get(path(origin, keyType), session);
        } catch (AccountException.Refused refused) {
            if (refused.errno() == NOT_FOUND || refused.errno() == USELESS) {
                return Optional.empty();
            }
            throw refused;
        }
        return Optional.of(wrappingKey().unwrap(answer.text("wrappedKey"), tags(origin, keyType)));
    }

    /** Wraps a key and keeps it, in the place of the one there was. */
    public void put(String origin, String keyType, byte[] key) {
        String wrapped = wrappingKey().wrap(key, tags(origin, keyType), random);
        requests.put(path(origin, keyType), Map.of("wrappedKey", wrapped), session);
    }

    /** Forgets a key; false if there was none. */
    public boolean delete(String origin, String keyType) {
        try {
            requests.delete(path(origin, keyType), session);
            return true;
        } catch (AccountException.Refused refused) {
            if (refused.errno() == NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    private WrappingKey wrappingKey() {
        return WrappingKey.userKey(kB.get());
    }

    private KeyTags tags(String origin, String keyType) {
        return KeyTags.serviceKey(email, origin, keyType);
    }

    private static String path(String origin, String keyType) {
        return PATH + "/" + Base64Url.encode(origin.getBytes(UTF_8)) + "/" + Urls.escape(keyType);
    }
}
