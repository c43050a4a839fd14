package org.sagrada.client.pairing;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * What the user reads on the new device and types on the other: 8 characters that no server learns, and the 4 of the mailbox's
 * channel. It is good for one attempt, so 40 bits are enough.
 */
public final class PairingCode {

    private static final String ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz";
    private static final int SECRET_LENGTH = 8;
    private static final int CHANNEL_LENGTH = 4;
    private static final int GROUP = 4;

    private final String secret;
    private final String channel;

    private PairingCode(String secret, String channel) {
        this.secret = secret;
        this.channel = channel;
    }

    /** A new code for a channel. */
    static PairingCode create(String channel, SecureRandom random) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new PairingCode(secret.toString(), channel);
    }

    /**
     * Reads what was typed; case, spaces and dashes don't matter.
     *
     * @throws IllegalArgumentException if no code looks like that
     */
    public static PairingCode parse(String typed) {
        String text = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (text.length() != SECRET_LENGTH + CHANNEL_LENGTH) {
            throw new IllegalArgumentException("a pairing code has three groups of four characters");
        }
        String secret = text.substring(0, SECRET_LENGTH);
        String channel = text.substring(SECRET_LENGTH);
        if (!secret.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) || !channel.matches("[a-z0-9]+")) {
            throw new IllegalArgumentException(
                    "a pairing code has letters and digits only, and no 0, 1, l or o in its " + "first two groups");
        }
        return new PairingCode(secret, channel);
    }

    String secret() {
        return secret;
    }

    String channel() {
        return channel;
    }

    /** The text to show: three groups of four, joined with dashes. */
    public String text() {
        return secret.substring(0, GROUP) + "-" + secret.substring(GROUP) + "-" + channel;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "PairingCode[" + channel + "]";
    }
}
