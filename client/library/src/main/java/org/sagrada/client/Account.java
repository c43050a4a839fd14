package org.sagrada.client;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sagrada.client.account.AccountException;
import org.sagrada.client.account.AccountServer;
import org.sagrada.client.account.Devices;
import org.sagrada.client.account.RecoveryKeys;
import org.sagrada.client.account.ServiceKeys;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.storage.TokenSource;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.token.TokenException;
import org.sagrada.client.token.TokenServer;
import org.sagrada.client.vault.VaultKeys;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.SyncKeys;

/** An account that one is logged in to. */
public final class Account {

    private final String email;
    private final String uid;
    private final Key32 sessionToken;
    private final Supplier<Key32> kB;
    private final AccountServer accounts;
    private final SecureRandom random;
    private final HawkHttp storageHttp;
    private final Identity identity;
    private final Admission admission;
    private final Map<StorageProtocol, TokenSource> tokenSources = new EnumMap<>(StorageProtocol.class);
    private final Map<StorageProtocol, StorageClient> storages = new EnumMap<>(StorageProtocol.class);

    Account(
            String email,
            String uid,
            Key32 sessionToken,
            Supplier<Key32> kB,
            AccountServer accounts,
            HawkHttp storageHttp,
            TokenServer tokens,
            SecureRandom random) {
        this.email = email;
        this.uid = uid;
        this.sessionToken = sessionToken;
        this.kB = kB;
        this.accounts = accounts;
        this.random = random;
        this.storageHttp = storageHttp;
        this.identity = new Identity(accounts, sessionToken, random);
        this.admission = new Admission(tokens, identity, accounts.syncAuthorization(sessionToken), this::syncKeys);
    }

    /** The address as the account knows it. */
    public String email() {
        return email;
    }

    /** The account's id, 32 hexadecimal digits. */
    public String uid() {
        return uid;
    }

    /**
     * kB, the key that everything encrypted hangs off. The server can't know it.
     *
     * @throws AccountException.Unverified as long as the account isn't confirmed
     */
    public Key32 kB() {
        return kB.get();
    }

    /** What Sync derives from kB. */
    public SyncKeys syncKeys() {
        return SyncKeys.of(kB());
    }

    /** Whether sign-ins to the account take a code of an authenticator app as well. */
    public boolean hasSecondStep() {
        return accounts.hasSecondStep(sessionToken);
    }

    /** Confirms this session by a code of the authenticator app; false if the code is wrong. */
    public boolean confirmBySecondStep(String code) {
        return accounts.verifySecondStep(sessionToken, code);
    }

    /**
     * Confirms this session by one of the codes that were written down, which is used up.
     *
     * @return how many are left
     */
    public long confirmByRecoveryCode(String code) {
        return accounts.verifyByRecoveryCode(sessionToken, code);
    }

    /** Has a short code mailed, for {@link #confirmByMailedCode}. */
    public void mailCode() {
        accounts.mailCode(sessionToken);
    }

    /** Confirms the address and this session by the short code that was mailed. */
    public void confirmByMailedCode(String code) {
        accounts.verifyMailedCode(sessionToken, code);
    }

    /** The devices and sessions of the account. */
    public Devices devices() {
        return accounts.devices(sessionToken);
    }

    /** The keys that the account keeps for services. */
    public ServiceKeys serviceKeys() {
        return accounts.serviceKeys(sessionToken, email, this::kB, random);
    }

    /** The account's recovery key. */
    public RecoveryKeys recoveryKeys() {
        return accounts.recoveryKeys(sessionToken, uid, random);
    }

    /** The user's records. The token for them is fetched when needed, and again when it runs out. */
    public StorageClient storage() {
        return storage(StorageProtocol.V20);
    }

    /** The user's records through either protocol. */
    public StorageClient storage(StorageProtocol protocol) {
        synchronized (storages) {
            return storages.computeIfAbsent(
                    protocol, any -> new StorageClient(storageHttp, tokens(protocol), protocol));
        }
    }

    /** The tokens for the storage by one protocol: one at a time, fetched when needed and renewed when it runs out. */
    public TokenSource tokens(StorageProtocol protocol) {
        synchronized (storages) {
            return tokenSources.computeIfAbsent(protocol, any -> new AccountTokens(admission, protocol));
        }
    }

    /** What opens the user's sealed records, in either storage format. */
    public VaultKeys vaultKeys() {
        return VaultKeys.of(kB());
    }

    /**
     * Who the account is, for any service that believes the identity provider: a BrowserID assertion, valid for some minutes.
     *
     * @param audience the service's origin, as in {@code https://notes.example.org}
     */
    public String assertion(String audience) {
        return identity.assertion(audience, accounts.time());
    }

    /** Asks whether the address and this session are confirmed. */
    public boolean isVerified() {
        return accounts.isVerified(sessionToken);
    }

    /**
     * Asks the servers how the account is, all the way to the storage.
     *
     * @throws org.sagrada.client.http.ClientException if they can't tell now
     */
    public AccountState state() {
        try {
            if (!isVerified()) {
                return AccountState.UNVERIFIED;
            }
            storage().collections();
            return AccountState.READY;
        } catch (AccountException.Unverified unverified) {
            return AccountState.UNVERIFIED;
        } catch (AccountException.InvalidToken sessionOver) {
            return accounts.exists(email) ? AccountState.NEEDS_PASSWORD : AccountState.GONE;
        } catch (TokenException.InvalidGeneration passwordChanged) {
            return AccountState.NEEDS_PASSWORD;
        } catch (TokenException.InvalidClientState keysReplaced) {
            return AccountState.RESET_ELSEWHERE;
        }
    }

    /** What to keep in order to {@link SagradaClient#resume} without the password. */
    public Credentials credentials() {
        return new Credentials(email, uid, sessionToken, kB());
    }

    /** Ends the session at the server. Tokens for the storage live on for a while. */
    public void logOut() {
        accounts.logOut(sessionToken);
    }

    @Override
    public String toString() {
        return "Account[" + uid + "]";
    }
}
