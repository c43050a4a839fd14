package org.sagrada.model.wrap;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a wrapped key is good for. The tags are authenticated with the key, so that one that was wrapped for one user,
 * service or purpose can't be passed off as another's.
 */
public final class KeyTags {

    private static final String USER = "user";

    private final Map<String, String> tags;

    private KeyTags(Map<String, String> tags) {
        this.tags = new TreeMap<>(tags);
    }

    /** The tags of a user's own key, wrapped under a key made of the password. */
    public static KeyTags userKey() {
        return new KeyTags(Map.of("keytype", USER));
    }

    /**
     * The tags of a key that a user has at a service.
     *
     * @param email the user's address
     * @param origin the service: scheme, host and, where it isn't the default, port
     * @param keyType what the key is for, a short word of the service's choosing but {@code user}
     */
    public static KeyTags serviceKey(String email, String origin, String keyType) {
        if (keyType.equals(USER)) {
            throw new IllegalArgumentException("a service's key can't be of the type 'user'");
        }
        return new KeyTags(Map.of("email", email, "keytype", keyType, "origin", origin));
    }

    /** By name, in order. */
    Map<String, String> asMap() {
        return tags;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyTags keyTags && tags.equals(keyTags.tags);
    }

    @Override
    public int hashCode() {
        return tags.hashCode();
    }

    @Override
    public String toString() {
        return "KeyTags" + tags;
    }
}
