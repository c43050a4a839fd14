package org.sagrada.model.onepw;

/** The five kinds of onepw token. The kind enters the derivation, so one can't be used as another. */
public enum TokenKind {
    /** A signed-in device. */
    SESSION("sessionToken", "fxs"),
    /** Fetches the account's keys, once. */
    KEY_FETCH("keyFetchToken", "fxk"),
    /** Changes the password, the old one being known; once. */
    PASSWORD_CHANGE("passwordChangeToken", "fxpc"),
    /** Asks for the code that a mail brings. */
    PASSWORD_FORGOT("passwordForgotToken", "fxpf"),
    /** Sets a new password, the old one being lost; once. */
    ACCOUNT_RESET("accountResetToken", "fxar");

    private final String protocolName;
    private final String bearerPrefix;

    TokenKind(String protocolName, String bearerPrefix) {
        this.protocolName = protocolName;
        this.bearerPrefix = bearerPrefix;
    }

    /** The name in messages, such as {@code sessionToken}. */
    public String protocolName() {
        return protocolName;
    }

    /** What stands before the token's id in {@code Authorization: Bearer}, without the underscore. */
    public String bearerPrefix() {
        return bearerPrefix;
    }
}
