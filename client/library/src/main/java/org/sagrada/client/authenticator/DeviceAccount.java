package org.sagrada.client.authenticator;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Account;
import org.sagrada.client.Credentials;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.account.AccountException;
import org.sagrada.client.account.AccountServer;
import org.sagrada.client.account.Session;
import org.sagrada.client.authenticator.AccountStatus.NeedsKey;
import org.sagrada.client.authenticator.AccountStatus.Ready;
import org.sagrada.client.authenticator.AccountStatus.Unverified;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.storage.TokenSource;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.token.TokenException;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;

/**
 * One account of a device, whatever state it is in. Each change of the state is kept before anything else happens, so a new process
 * goes on where this one ended.
 */
public final class DeviceAccount {

    private final String name;
    private final SagradaClient client;
    private final AccountServer server;
    private final Consumer<AccountStatus> keep;
    private AccountStatus status;
    private @Nullable Account account;

    DeviceAccount(String name, SagradaClient client, AccountStatus status, Consumer<AccountStatus> keep) {
        this.name = name;
        this.client = client;
        this.server = client.accountServer();
        this.status = status;
        this.keep = keep;
    }

    /** The name under which this device keeps it. */
    public String name() {
        return name;
    }

    /** How it is, as far as this device knows. */
    public synchronized AccountStatus status() {
        return status;
    }

    /**
     * Signs in with the password, and goes on as far as it gets without the user.
     *
     * @return how it is then: {@link Ready}, or what its user has to do next
     * @throws AccountException if the identity provider refuses; the state is as it was
     */
    public synchronized AccountStatus signIn(String password) {
        try {
            return signIn(status.email(), password);
        } catch (AccountException.IncorrectEmailCase other) {
            return signIn(other.storedEmail(), password);
        }
    }

    private AccountStatus signIn(String email, String password) {
        QuickStretch stretch = QuickStretch.v1(email, password);
        Session session = server.logIn(email, stretch);
        happened(new AccountEvent.SignedIn(
                email, session.uid(), session.sessionToken(), session.verified(), PendingKey.of(session, stretch)));
        return advance();
    }

    /**
     * Confirms the sign-in by a code of the authenticator app.
     *
     * @return how it is then; unchanged if the code is wrong
     */
    public synchronized AccountStatus confirmBySecondStep(String code) {
        if (status instanceof Unverified unverified && server.verifySecondStep(unverified.sessionToken(), code)) {
            happened(new AccountEvent.Confirmed());
        }
        return advance();
    }

    /**
     * Confirms the sign-in by the short code that was mailed.
     *
     * @throws AccountException.Refused if it is wrong or too old
     */
    public synchronized AccountStatus confirmByMailedCode(String code) {
        if (status instanceof Unverified unverified) {
            server.verifyMailedCode(unverified.sessionToken(), code);
        }
        return advance();
    }

    /** Looks whether the sign-in was confirmed meanwhile, and fetches the key: whatever goes on without the user. */
    public synchronized AccountStatus advance() {
        try {
            if (status instanceof Unverified unverified && server.isVerified(unverified.sessionToken())) {
                happened(new AccountEvent.Confirmed());
            }
            if (status instanceof NeedsKey needsKey && needsKey.pending() != null) {
                openKey(needsKey.pending());
            }
        } catch (AccountException.Unverified notYet) {
            // The user has to confirm first.
        } catch (AccountException.InvalidToken over) {
            sessionEnded();
        }
        return status;
    }

    private void openKey(PendingKey pending) {
        Key32 kB;
        try {
            kB = server.keys(pending.keyFetchToken()).kB(pending.unwrapBKey());
        } catch (AccountException.InvalidToken usedUp) {
            happened(new AccountEvent.KeyLost());
            return;
        }
        happened(new AccountEvent.KeyOpened(kB));
    }

    /** Says that what was synced with the former keys is forgotten. */
    public synchronized AccountStatus acknowledgeReset() {
        return happened(new AccountEvent.Acknowledged());
    }

    /** Ends the session, at the server too if it can be reached, and forgets everything but the address. */
    public synchronized AccountStatus signOut() {
        Key32 session = sessionToken();
        if (session != null) {
            try {
                server.logOut(session);
            } catch (AccountException.InvalidToken over) {
                // It was ended already.
            }
        }
        return happened(new AccountEvent.Removed());
    }

    private @Nullable Key32 sessionToken() {
        if (status instanceof Unverified unverified) {
            return unverified.sessionToken();
        }
        if (status instanceof NeedsKey needsKey) {
            return needsKey.sessionToken();
        }
        return status instanceof Ready ready ? ready.sessionToken() : null;
    }

    /**
     * Does something with the account. If the servers say meanwhile that it isn't usable any more, the state follows.
     *
     * @throws NotReadyException if it can't be used now
     */
    public <T> T use(Function<Account, T> work) {
        Account ready = account();
        try {
            return work.apply(ready);
        } catch (AccountException.InvalidToken over) {
            throw notReady(this::sessionEnded);
        } catch (AccountException.Unverified | TokenException.InvalidGeneration changed) {
            throw notReady(() -> happened(new AccountEvent.SessionEnded()));
        } catch (TokenException.InvalidClientState replaced) {
            throw notReady(() -> happened(new AccountEvent.KeysReplaced()));
        }
    }

    private synchronized NotReadyException notReady(Runnable event) {
        event.run();
        return new NotReadyException(status);
    }

    /**
     * The account, to be used while it is ready. Prefer {@link #use}, which notices when it isn't any more.
     *
     * @throws NotReadyException if it isn't
     */
    public synchronized Account account() {
        if (!(status instanceof Ready ready)) {
            throw new NotReadyException(status);
        }
        Account current = account;
        if (current == null) {
            current = client.resume(new Credentials(ready.email(), ready.uid(), ready.sessionToken(), ready.kB()));
            account = current;
        }
        return current;
    }

    /** The user's records, through either protocol. Each protocol has a token of its own, fetched and renewed as needed. */
    public StorageClient storage(StorageProtocol protocol) {
        return account().storage(protocol);
    }

    /** The token of a service, fetched if there is none that is good for a while yet. */
    public TokenSource tokens(StorageProtocol protocol) {
        return account().tokens(protocol);
    }

    private void sessionEnded() {
        happened(server.exists(status.email()) ? new AccountEvent.SessionEnded() : new AccountEvent.Removed());
    }

    private AccountStatus happened(AccountEvent event) {
        AccountStatus next = status.after(event);
        if (!next.equals(status)) {
            keep.accept(next);
            status = next;
            account = null;
        }
        return next;
    }

    @Override
    public String toString() {
        return "DeviceAccount[" + name + "]";
    }
}
