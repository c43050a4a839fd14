package org.sagrada.client.pairing;

import java.util.Map;
import org.sagrada.client.Credentials;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.model.onepw.Key32;

/** A new device that waits for its account. Show the code, then {@link #await}. */
public final class PairingOffer implements AutoCloseable {

    private final Mailbox mailbox;
    private final PairingCode code;
    private final KeyExchange exchange;
    private volatile boolean over;

    PairingOffer(Mailbox mailbox, PairingCode code, KeyExchange exchange) {
        this.mailbox = mailbox;
        this.code = code;
        this.exchange = exchange;
        mailbox.put(Message.OFFER.with(exchange.firstRound()));
    }

    /** The code to type on the device that has the account. */
    public PairingCode code() {
        return code;
    }

    /**
     * Waits until the other device has handed over the account, some minutes at most. Once only.
     *
     * @return what {@link org.sagrada.client.SagradaClient#resume} goes on with; the session is this device's own
     * @throws PairingException if it doesn't come to that
     */
    public Credentials await() {
        try {
            Credentials account = receive();
            over = true;
            return account;
        } catch (PairingException.Ended ended) {
            over = true;
            throw ended;
        } catch (PairingException failed) {
            // So that the other device doesn't wait for an answer.
            close();
            throw failed;
        }
    }

    private Credentials receive() {
        exchange.takeFirstRound(Message.ANSWER.expect(mailbox.await()));
        mailbox.put(Message.COMMIT.with(exchange.secondRound()));
        exchange.takeSecondRound(Message.ACCEPT.expect(mailbox.await()));
        mailbox.put(Message.PROVE.with(Map.of("confirmation", exchange.confirmation())));
        Json last = Message.HAND_OVER.expect(mailbox.await());
        exchange.takeConfirmation(last);
        try {
            return credentials(Json.parse(exchange.open(last.text("account"))));
        } catch (UnexpectedAnswerException | IllegalArgumentException malformed) {
            throw new PairingException.Tampered();
        }
    }

    private static Credentials credentials(Json account) {
        return new Credentials(
                account.text("email"),
                account.text("uid"),
                Key32.fromHex(account.text("sessionToken")),
                Key32.fromHex(account.text("kB")));
    }

    /** Takes the offer back. Without effect once the account is here. */
    @Override
    public void close() {
        // The last fetch ends the channel by itself; the mailbox counts questions for channels that are gone.
        if (!over) {
            over = true;
            mailbox.close();
        }
    }
}
