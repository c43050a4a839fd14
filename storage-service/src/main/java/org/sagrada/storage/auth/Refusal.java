package org.sagrada.storage.auth;

import java.util.Locale;

/** Which rule a request broke that is refused with 401. */
public enum Refusal {
    HEADER("there is no Hawk header that can be read"),
    TOKEN("the token is malformed or signed with another secret"),
    NODE("the token is for another node"),
    EXPIRED("the token has expired"),
    MAC("the MAC is wrong: another key, method, host, port, path or query was signed"),
    CLOCK("the request's time is too far from ours"),
    NONCE("the nonce was used before"),
    PAYLOAD("the payload is not the one that was signed"),
    USER("the token is another user's"),
    PURPOSE("the token is for something else"),
    RETIRED("the user was purged after the token was issued");

    private final String rule;

    Refusal(String rule) {
        this.rule = rule;
    }

    /** For the log: what was wrong. */
    String rule() {
        return rule;
    }

    /** For metrics. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
