package org.sagrada.client.pairing;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.client.Credentials;
import org.sagrada.client.account.AccountServer;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.Json;
import org.sagrada.model.onepw.Key32;

/**
 * Adds a device to an account without typing the password there. The new device shows a code, which is typed on one that has the
 * account; the two then agree on a key that the server between them can't know, and kB and a session of its own cross to the new one.
 *
 * <pre>{@code
 * // the new device
 * try (PairingOffer offer = client.pairing().offer()) {
 *     show(offer.code().text());
 *     Account account = client.resume(offer.await());
 * }
 * // the device that has the account
 * client.pairing().handOver(account.credentials(), PairingCode.parse(typed));
 * }</pre>
 */
public final class Pairing {

    private static final String NEW_DEVICE = "new";
    private static final String OLD_DEVICE = "old";

    private final URI pidp;
    private final HawkHttp http;
    private final AccountServer accounts;
    private final SecureRandom random;
    private final Duration pause;

    /**
     * Pairing through a mailbox.
     *
     * @param pause between two looks for the other device's message
     */
    public Pairing(URI pidp, HawkHttp http, AccountServer accounts, SecureRandom random, Duration pause) {
        this.pidp = pidp;
        this.http = http;
        this.accounts = accounts;
        this.random = random;
        this.pause = pause;
    }

    /**
     * Offers a new device.
     *
     * @throws PairingException.Refused if the mailbox gives no channel
     */
    public PairingOffer offer() {
        Mailbox mailbox = Mailbox.open(pidp, http, pause, random);
        PairingCode code = PairingCode.create(mailbox.channel(), random);
        return new PairingOffer(mailbox, code, new KeyExchange(NEW_DEVICE, OLD_DEVICE, code, random));
    }

    /**
     * Hands an account over to the device that shows the code. The new device gets a session of its own, which may be ended
     * alone.
     *
     * @throws PairingException.WrongCode if that device shows another one; nothing was handed over then
     * @throws PairingException if it doesn't come to that
     */
    public void handOver(Credentials account, PairingCode code) {
        Mailbox mailbox = Mailbox.join(pidp, http, pause, random, code.channel());
        KeyExchange exchange = new KeyExchange(OLD_DEVICE, NEW_DEVICE, code, random);
        try {
            exchange.takeFirstRound(Message.OFFER.expect(mailbox.await()));
            mailbox.put(Message.ANSWER.with(exchange.firstRound()));
            exchange.takeSecondRound(Message.COMMIT.expect(mailbox.await()));
            mailbox.put(Message.ACCEPT.with(exchange.secondRound()));
            exchange.takeConfirmation(Message.PROVE.expect(mailbox.await()));
        } catch (PairingException.WrongCode | PairingException.Tampered failed) {
            mailbox.close();
            throw failed;
        }
        Key32 session = accounts.duplicate(account.sessionToken());
        try {
            Map<String, Object> last = new LinkedHashMap<>();
            last.put("confirmation", exchange.confirmation());
            last.put("account", exchange.seal(Json.format(json(account, session))));
            mailbox.put(Message.HAND_OVER.with(last));
        } catch (RuntimeException failed) {
            accounts.logOut(session);
            throw failed;
        }
    }

    private static Map<String, Object> json(Credentials account, Key32 session) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("email", account.email());
        json.put("uid", account.uid());
        json.put("sessionToken", session.toHex());
        json.put("kB", account.kB().toHex());
        return json;
    }
}
