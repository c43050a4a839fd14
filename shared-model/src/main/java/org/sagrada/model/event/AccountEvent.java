package org.sagrada.model.event;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of event in the {@code events} claim of a Security Event Token (RFC 8417). The token's {@code sub} is the account's
 * uid, {@code iss} the PIdP's issuer name, {@code aud} the receiver; a receiver leaves kinds alone that it does not know.
 */
public enum AccountEvent {
    /** The account is gone, and with it every right to its data. No claims. */
    DELETE_USER("https://schemas.accounts.firefox.com/event/delete-user"),

    /** The password changed and the keys stayed: {@link #CHANGE_TIME} is the new generation. */
    PASSWORD_CHANGE("https://schemas.accounts.firefox.com/event/password-change"),

    /**
     * The password was reset without the old keys: what they encrypted can never be read again. {@link #CHANGE_TIME} is both the
     * new generation and the time at which the keys changed.
     */
    ACCOUNT_RESET("https://schemas.sagrada.org/event/account-reset"),

    /**
     * The account has other keys from {@link #CHANGE_TIME} on, whatever the reason. It stands beside {@link #ACCOUNT_RESET} in
     * the same token, for receivers that care for keys and not for passwords.
     */
    KEYS_CHANGED("https://schemas.sagrada.org/event/keys-changed");

    /** The claim of an event that says when it took effect: an integer, ms since 1970. */
    public static final String CHANGE_TIME = "changeTime";

    /** The media type under which a token is pushed (RFC 8935 section 2.1). */
    public static final String MEDIA_TYPE = "application/secevent+jwt";

    private final String uri;

    AccountEvent(String uri) {
        this.uri = uri;
    }

    /** The name of the kind in the {@code events} claim. */
    public String uri() {
        return uri;
    }

    /** The kind that a name in the {@code events} claim stands for, or nothing where we know none. */
    public static Optional<AccountEvent> of(String uri) {
        return Arrays.stream(values()).filter(kind -> kind.uri.equals(uri)).findFirst();
    }
}
