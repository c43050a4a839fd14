package org.sagrada.client;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.sagrada.client.account.AccountException;
import org.sagrada.client.account.AccountServer;
import org.sagrada.client.account.Session;
import org.sagrada.client.http.BackOff;
import org.sagrada.client.http.BackOffMemory;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.HttpTransport;
import org.sagrada.client.http.ServerClock;
import org.sagrada.client.pairing.Pairing;
import org.sagrada.client.token.TokenServer;
import org.sagrada.model.onepw.QuickStretch;

/**
 * A Sagrada system as a program sees it. Sign up or log in, and the {@link Account} leads to the user's records:
 *
 * <pre>{@code
 * SagradaClient client = SagradaClient.at("http://localhost:8000");
 * Account account = client.logIn("me@example.org", password);
 * Records bookmarks = account.storage().collection("bookmarks").read(BsoQuery.all());
 * }</pre>
 *
 * Objects of this library may be shared among threads. What goes wrong is a
 * {@link org.sagrada.client.http.ClientException}: of the identity provider, the token service, the storage, or the way there.
 */
public final class SagradaClient {

    private static final Duration PAIRING_PAUSE = Duration.ofSeconds(1);

    private final Servers servers;
    private final HttpTransport transport;
    private final InstantSource clock;
    private final SecureRandom random;
    private final BackOff backOff;
    private final AccountServer accounts;

    /**
     * A client with everything given.
     *
     * @param clock may be wrong: requests go by the servers' time
     * @param backOffs what servers asked for; share it among all clients of one device
     */
    public SagradaClient(
            Servers servers,
            HttpTransport transport,
            InstantSource clock,
            SecureRandom random,
            BackOffMemory backOffs) {
        this.servers = servers;
        this.transport = transport;
        this.clock = clock;
        this.random = random;
        this.backOff = new BackOff(clock, random, backOffs);
        this.accounts = new AccountServer(servers.pidp(), http());
    }

    /** A client of a system that is reached under one address. */
    public static SagradaClient at(String url) {
        return at(Servers.at(url));
    }

    /** A client of these servers, with the {@link HttpTransport#onClassPath transport on the class path}. */
    public static SagradaClient at(Servers servers) {
        return at(servers, BackOffMemory.ofProcess());
    }

    /** A client of these servers that shares with others what the servers asked for. */
    public static SagradaClient at(Servers servers, BackOffMemory backOffs) {
        return new SagradaClient(servers, HttpTransport.onClassPath(), Clock.systemUTC(), new SecureRandom(), backOffs);
    }

    /**
     * Creates an account and logs in to it. Where the server sends mails, the address has to be confirmed before the account
     * can be used: see {@link Account#isVerified}.
     *
     * @throws AccountException.EmailTaken if there is one already
     */
    public Account signUp(String email, String password) {
        QuickStretch stretch = QuickStretch.v1(email, password);
        return account(accounts.create(email, stretch), stretch);
    }

    /**
     * Logs in. If the account knows the address in another spelling, that one is used.
     *
     * @throws AccountException.UnknownAccount if there is no such account
     * @throws AccountException.IncorrectPassword if the password is wrong
     */
    public Account logIn(String email, String password) {
        QuickStretch stretch = QuickStretch.v1(email, password);
        try {
            return account(accounts.logIn(email, stretch), stretch);
        } catch (AccountException.IncorrectEmailCase other) {
            QuickStretch again = QuickStretch.v1(other.storedEmail(), password);
            return account(accounts.logIn(other.storedEmail(), again), again);
        }
    }

    /**
     * Changes the password and logs in with the new one. What is encrypted stays readable; all other devices have to log in again.
     *
     * @param email as the account knows it, see {@link Account#email}
     * @throws AccountException.IncorrectPassword if the old one is wrong
     */
    public Account changePassword(String email, String oldPassword, String newPassword) {
        accounts.changePassword(email, QuickStretch.v1(email, oldPassword), QuickStretch.v1(email, newPassword));
        return logIn(email, newPassword);
    }

    /** Logs in with what {@link Account#credentials} gave, without a password. Nothing is sent yet. */
    public Account resume(Credentials credentials) {
        return new Account(
                credentials.email(),
                credentials.uid(),
                credentials.sessionToken(),
                () -> credentials.kB(),
                accounts,
                http(),
                tokenServer(),
                random);
    }

    /** Adds a device to an account without typing the password there. */
    public Pairing pairing() {
        return new Pairing(servers.pidp(), http(), accounts, random, PAIRING_PAUSE);
    }

    /** The identity provider's account API itself. */
    public AccountServer accountServer() {
        return accounts;
    }

    /** When to come back to servers that asked to be left alone. */
    public BackOff backOff() {
        return backOff;
    }

    private Account account(Session session, QuickStretch stretch) {
        return new Account(
                session.email(),
                session.uid(),
                session.sessionToken(),
                new FetchedKey(accounts, session, stretch),
                accounts,
                http(),
                tokenServer(),
                random);
    }

    private TokenServer tokenServer() {
        return new TokenServer(servers.token(), http());
    }

    private HawkHttp http() {
        return new HawkHttp(transport, new ServerClock(clock), backOff, random);
    }
}
