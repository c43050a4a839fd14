package org.sagrada.pidp.request;

import java.util.regex.Pattern;

/** What a text member of a request may look like. */
public enum TextRule {
    /** 32 bytes: authPW, wrapKb, a token. */
    HEX_64("[0-9a-fA-F]{64}"),
    /** 16 bytes: a uid, a device id, a mailed code. */
    HEX_32("[0-9a-fA-F]{32}"),
    /** The name of the service that a user signs in to. */
    SERVICE("[a-zA-Z0-9-]{0,16}"),
    /** Why a client signs in. */
    REASON("[a-zA-Z0-9_]{1,16}"),
    /** An address of a page to go on to. */
    REDIRECT("https?://[\\x21-\\x7e]{1,2040}"),
    /** What the client wants back in the link of a mail. */
    RESUME("[\\x20-\\x7e]{0,2048}"),
    /** Text that is fit to be shown: no control characters, no halves of a character, no private use. */
    DISPLAY("[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]{1,255}"),
    /** The same, or empty. */
    DISPLAY_NAME("[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]{0,255}"),
    /** A member of a BrowserID public key: a name, or a number of at most 4096 bits. */
    KEY_MEMBER("[\\x20-\\x7e]{1,1300}"),
    /** A code of digits. */
    DIGITS("[0-9]{1,32}"),
    /** A code on paper that stands in for a second step. */
    RECOVERY_CODE("[0-9a-zA-Z]{1,32}"),
    /** A mailed code of eight characters. */
    UNBLOCK_CODE("[0-9a-zA-Z]{8}"),
    /** The name of a recovery key. */
    RECOVERY_KEY_ID("[0-9a-fA-F]{1,32}"),
    /** kB under a recovery key: a compact JWE (RFC 7516). */
    RECOVERY_DATA("[A-Za-z0-9._-]{1,1024}"),
    /** What kind of device it is. */
    DEVICE_TYPE("[a-z0-9-]{1,16}"),
    /** Where pushes for a device go. */
    PUSH_CALLBACK("https://[\\x21-\\x7e]{1,247}"),
    /** A device's key for pushes; empty to remove it. */
    PUSH_PUBLIC_KEY("[A-Za-z0-9_-]{0,88}={0,2}"),
    /** A device's secret for pushes; empty to remove it. */
    PUSH_AUTH_KEY("[A-Za-z0-9_-]{0,24}={0,2}"),
    /** The name of a command that a device takes. */
    COMMAND_NAME("[a-zA-Z0-9._/\\-:]{1,100}"),
    /** What a device says about a command that it takes. */
    COMMAND_DATA("[^\\x00\\p{Cs}]{0,2048}"),
    /** A service's key under the user's, in base64. */
    WRAPPED_KEY("[A-Za-z0-9+/_-]{1,4094}={0,2}"),
    /** What a service's key is for. */
    KEY_TYPE("[a-zA-Z0-9._-]{1,64}"),
    /** The id of a program that asks for tokens. */
    CLIENT_ID("[0-9a-f]{16}"),
    /** What a token is to be good for: scopes with spaces between them (RFC 6749, section 3.3). */
    SCOPE("[a-zA-Z0-9 _/.:#-]{1,1024}"),
    /** What a client wants back with its code. */
    STATE("[\\x20-\\x7e]{1,512}"),
    /** One word of OAuth, such as a grant type. */
    OAUTH_WORD("[a-zA-Z0-9_:-]{1,64}"),
    /** Where a code is to be sent; compared with the known ones, never followed. */
    REDIRECT_URI("[\\x21-\\x7e]{1,2048}"),
    /** The hash of a code verifier (RFC 7636, section 4.2). */
    CODE_CHALLENGE("[A-Za-z0-9_-]{43}"),
    /** What a code challenge is the hash of (RFC 7636, section 4.1). */
    CODE_VERIFIER("[A-Za-z0-9._~-]{43,128}"),
    /** Keys under a client's public key: a compact JWE (RFC 7516) whose second part may be empty. */
    KEYS_JWE("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+"),
    /** An access token or a refresh token. */
    OAUTH_TOKEN("[A-Za-z0-9._-]{1,4096}"),
    /** The salt of version 2 credentials. */
    CLIENT_SALT("identity\\.mozilla\\.com/picl/v1/quickStretch(V2:[0-9a-fA-F]{32}|:.{1,255})");

    private final Pattern pattern;

    TextRule(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether the whole text follows the rule. */
    public boolean allows(String text) {
        return pattern.matcher(text).matches();
    }
}
