package org.sagrada.pidp.auth;

import java.util.Optional;
import org.sagrada.model.onepw.TokenKind;

/**
 * One kind of token that requests may be signed with. A handler that has a parameter of {@link #holder()}'s type is called only
 * with a proven one; where the parameter is an {@link Optional}, the request may also come unsigned.
 *
 * @param <T> what a handler gets
 */
public interface CredentialSource<T> {

    /** The kind of token. */
    TokenKind kind();

    /** The type of a handler's parameter. */
    Class<T> holder();

    /** Finds a token by its id, 64 lower-case hexadecimal digits. */
    Optional<Credential<T>> find(String tokenId);

    /** Finds the holder of what follows {@code Bearer}: the kind's prefix and a token's id. */
    default Optional<T> findBearer(String token) {
        var prefix = kind().bearerPrefix() + "_";
        return token.startsWith(prefix)
                ? find(token.substring(prefix.length())).map(Credential::holder)
                : Optional.empty();
    }

    /** Called when a request was found to come from the holder. */
    default void used(T holder) {}
}
