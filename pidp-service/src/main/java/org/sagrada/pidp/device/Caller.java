package org.sagrada.pidp.device;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.oauth.token.Permission;
import org.sagrada.pidp.session.SignedIn;

/** Who made a request that is about devices, as it was when the request came: for reading. */
sealed interface Caller {

    /** Whose devices it is about. */
    Account account();

    /** The session's id; null where there is none. */
    @Nullable
    String sessionId();

    /** The refresh token's id; null where there is none. */
    @Nullable
    String refreshTokenId();

    /** The account. */
    default String uid() {
        return account().uid();
    }

    /** Whether the device is the caller's own. */
    default boolean owns(Device device) {
        return Objects.equals(device.sessionId(), sessionId())
                && Objects.equals(device.refreshTokenId(), refreshTokenId());
    }

    /** The holder of a session. */
    record WithSession(SignedIn signedIn) implements Caller {

        @Override
        public Account account() {
            return signedIn.account();
        }

        @Override
        public String sessionId() {
            return signedIn.session().tokenId();
        }

        @Override
        public @Nullable String refreshTokenId() {
            return null;
        }
    }

    /** A client, on a phone, that has a refresh token. */
    record WithRefreshToken(Permission permission) implements Caller {

        @Override
        public Account account() {
            return permission.account();
        }

        @Override
        public @Nullable String sessionId() {
            return null;
        }

        @Override
        public String refreshTokenId() {
            return permission.refreshToken().id();
        }
    }
}
