package org.sagrada.client.authenticator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.authenticator.AccountEvent.Acknowledged;
import org.sagrada.client.authenticator.AccountEvent.Confirmed;
import org.sagrada.client.authenticator.AccountEvent.KeyLost;
import org.sagrada.client.authenticator.AccountEvent.KeyOpened;
import org.sagrada.client.authenticator.AccountEvent.KeysReplaced;
import org.sagrada.client.authenticator.AccountEvent.Removed;
import org.sagrada.client.authenticator.AccountEvent.SessionEnded;
import org.sagrada.client.authenticator.AccountEvent.SignedIn;
import org.sagrada.model.onepw.Key32;

/**
 * How an account is, on this device: each state has what is known in it and nothing else. An event that doesn't concern a state
 * leaves it as it is, since answers may be late.
 *
 * <pre>
 * SignedOut --sign in--> Unverified --confirm--> NeedsKey --open--> Ready
 *     ^                     |                       |                 |--session ended--> NeedsPassword --sign in--> ...
 *     |---removed-----------+-----------------------+-----------------|
 *                                                                     |--keys replaced--> ResetElsewhere --acknowledge--> ...
 * </pre>
 */
public sealed interface AccountStatus {

    /** The address as the account knows it. */
    String email();

    /** What an event makes of it. */
    AccountStatus after(AccountEvent event);

    /** Nothing but the address is known. */
    record SignedOut(String email) implements AccountStatus {

        @Override
        public AccountStatus after(AccountEvent event) {
            return event instanceof SignedIn signedIn ? signedIn(signedIn, null) : this;
        }
    }

    /**
     * A mail, or a second step, has to confirm the sign-in.
     *
     * @param formerKey what this device had before, if it had the account; null otherwise
     */
    record Unverified(
            String email,
            String uid,
            Key32 sessionToken,
            @Nullable PendingKey pending,
            @Nullable Key32 formerKey) implements AccountStatus {

        @Override
        public AccountStatus after(AccountEvent event) {
            if (event instanceof Confirmed) {
                return new NeedsKey(email, uid, sessionToken, pending, formerKey);
            }
            if (event instanceof SessionEnded) {
                return new NeedsPassword(email, uid, formerKey);
            }
            return common(this, event, formerKey);
        }
    }

    /**
     * Signed in, but without kB.
     *
     * @param pending fetches it; null if only the password can
     * @param formerKey what this device had before, if it had the account; null otherwise
     */
    record NeedsKey(
            String email,
            String uid,
            Key32 sessionToken,
            @Nullable PendingKey pending,
            @Nullable Key32 formerKey) implements AccountStatus {

        @Override
        public AccountStatus after(AccountEvent event) {
            if (event instanceof KeyOpened opened) {
                boolean same = formerKey == null || Objects.equals(formerKey, opened.kB());
                Ready ready = new Ready(email, uid, sessionToken, opened.kB());
                return same ? ready : new ResetElsewhere(email, uid, ready);
            }
            if (event instanceof KeyLost) {
                return new NeedsKey(email, uid, sessionToken, null, formerKey);
            }
            if (event instanceof SessionEnded) {
                return new NeedsPassword(email, uid, formerKey);
            }
            return common(this, event, formerKey);
        }
    }

    /** Everything works. */
    record Ready(String email, String uid, Key32 sessionToken, Key32 kB) implements AccountStatus {

        @Override
        public AccountStatus after(AccountEvent event) {
            if (event instanceof SessionEnded) {
                return new NeedsPassword(email, uid, kB);
            }
            if (event instanceof KeysReplaced) {
                return new ResetElsewhere(email, uid, null);
            }
            return common(this, event, kB);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Ready[" + uid + "]";
        }
    }

    /**
     * The session is over.
     *
     * @param formerKey what this device had; the account still has it, unless it was reset
     */
    record NeedsPassword(String email, String uid, @Nullable Key32 formerKey) implements AccountStatus {

        @Override
        public AccountStatus after(AccountEvent event) {
            return common(this, event, formerKey);
        }
    }

    /**
     * The account has other keys than this device synced with: what was synced has to be forgotten and everything uploaded anew.
     *
     * @param next how it is with the new keys; null if they have yet to be fetched, which takes the password
     */
    record ResetElsewhere(
            String email, String uid, @Nullable Ready next) implements AccountStatus {

        @Override
        public AccountStatus after(AccountEvent event) {
            if (event instanceof Acknowledged) {
                return next == null ? new NeedsPassword(email, uid, null) : next;
            }
            if (event instanceof SessionEnded || event instanceof KeysReplaced) {
                return new ResetElsewhere(email, uid, null);
            }
            return event instanceof Removed ? new SignedOut(email) : this;
        }
    }

    private static AccountStatus common(AccountStatus status, AccountEvent event, @Nullable Key32 formerKey) {
        if (event instanceof SignedIn signedIn) {
            return signedIn(signedIn, formerKey);
        }
        return event instanceof Removed ? new SignedOut(status.email()) : status;
    }

    private static AccountStatus signedIn(SignedIn event, @Nullable Key32 formerKey) {
        return event.confirmed()
                ? new NeedsKey(event.email(), event.uid(), event.sessionToken(), event.pending(), formerKey)
                : new Unverified(event.email(), event.uid(), event.sessionToken(), event.pending(), formerKey);
    }
}
