package org.sagrada.model.token;

/**
 * A token and its key, as the token service answers them.
 *
 * @param id the token itself; it must travel unchanged, padding included
 * @param key the 44 characters that are the Hawk key, not an encoding of it
 */
public record IssuedToken(String id, String key) {

    @Override
    public String toString() {
        return "IssuedToken[redacted]";
    }
}
