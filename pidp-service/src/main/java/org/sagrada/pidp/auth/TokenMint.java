package org.sagrada.pidp.auth;

import java.security.SecureRandom;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;
import org.springframework.stereotype.Component;

/** Makes tokens, codes and ids out of randomness. */
@Component
public final class TokenMint {

    private final SecureRandom random;

    TokenMint(SecureRandom random) {
        this.random = random;
    }

    /** A new token. */
    public MintedToken mint(TokenKind kind) {
        var token = Key32.random(random);
        return new MintedToken(token.toHex(), TokenKeys.derive(kind, token));
    }

    /** 32 hexadecimal digits: a uid, a device id, a code for a mail. */
    public String id() {
        return Hex.encode(bytes(16));
    }

    /** 32 random bytes. */
    public Key32 key() {
        return Key32.random(random);
    }

    /** Random bytes. */
    public byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** So many random digits. */
    public String digits(int length) {
        return characters("0123456789", length);
    }

    /** So many characters of an alphabet. */
    public String characters(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
