package org.sagrada.model.browserid;

import java.util.Map;

/**
 * The public half of a BrowserID key: RSA ("RS") or DSA ("DS"). Two forms are read: BrowserID's own, with decimal (RS) or
 * hexadecimal (DS) numbers, and the JSON Web Key (RFC 7517).
 */
public sealed interface VerifyingKey permits RsaVerifyingKey, DsaVerifyingKey {

    /** The label that a signature by this key carries as {@code alg}, and no other: {@code RS256}, {@code DS128}, ... */
    String algorithm();

    /**
     * The length of the modulus in bits. RS keys of 512 to 4096 bits are read, since old clients have small ones; who
     * accepts a key decides how small is too small.
     */
    int bits();

    /** Whether this key's other half signed these bytes. A signature of a wrong form or length is just a wrong one. */
    boolean verifies(byte[] message, byte[] signature);

    /** BrowserID's own form: {@code {"algorithm": "RS", "n", "e"}} or {@code {"algorithm": "DS", "y", "p", "q", "g"}}. */
    Map<String, Object> toJson();

    /** The form of a JSON Web Key: {@code {"kty": "RSA", ...}} or {@code {"kty": "DSA", ...}}. */
    Map<String, Object> toJwk();

    /**
     * Reads either form; members it doesn't know are left alone.
     *
     * @throws MalformedBrowserIdException for an unknown algorithm, a size without a label, numbers out of range
     */
    static VerifyingKey parse(Map<String, Object> json) {
        Members members = new Members(json);
        if (json.containsKey("kty")) {
            String kind = members.text("kty");
            return switch (kind) {
                case "RSA" -> new RsaVerifyingKey(members.base64Url("n"), members.base64Url("e"));
                case "DSA" ->
                    new DsaVerifyingKey(
                            members.base64Url("p"),
                            members.base64Url("q"),
                            members.base64Url("g"),
                            members.base64Url("y"));
                default -> throw new MalformedBrowserIdException("unknown kind of key");
            };
        }
        String algorithm = members.text("algorithm");
        return switch (algorithm) {
            case "RS" -> new RsaVerifyingKey(members.decimal("n"), members.decimal("e"));
            case "DS" -> new DsaVerifyingKey(members.hex("p"), members.hex("q"), members.hex("g"), members.hex("y"));
            default -> throw new MalformedBrowserIdException("unknown algorithm of a key");
        };
    }
}
