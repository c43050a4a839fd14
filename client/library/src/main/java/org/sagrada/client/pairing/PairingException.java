package org.sagrada.client.pairing;

import org.sagrada.client.http.ClientException;

/** A pairing failed; the keys stayed where they were. The next one takes a new code. */
public abstract sealed class PairingException extends ClientException {

    private PairingException(String message) {
        super(message);
    }

    /** The code that was typed isn't the one the new device shows, or somebody else took part. */
    public static final class WrongCode extends PairingException {
        WrongCode() {
            super("the code isn't the one that the new device shows; begin again there");
        }
    }

    /** The channel is gone: a code is good for some minutes and one attempt. */
    public static final class Ended extends PairingException {
        Ended() {
            super("this pairing is over: the code was mistyped, or too old, or the other device gave up; begin again");
        }
    }

    /** What arrived isn't what another device of this protocol sends. */
    public static final class Tampered extends PairingException {
        Tampered() {
            super("what arrived isn't what the other device sent; nothing was handed over");
        }
    }

    /** The mailbox refuses to work for this device. */
    public static final class Refused extends PairingException {
        Refused(int status) {
            super("the identity provider's mailbox refused: status " + status
                    + (status == 403 ? "; too many attempts, try again later" : ""));
        }
    }
}
