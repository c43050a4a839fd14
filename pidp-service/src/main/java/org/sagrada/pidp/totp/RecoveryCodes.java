package org.sagrada.pidp.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.pidp.auth.TokenMint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes on paper that stand in for a lost phone, once each. Only their hashes are kept; they have 50 random bits. */
@Component
final class RecoveryCodes {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 10;
    private static final int COUNT = 8;

    private final JdbcClient database;
    private final TokenMint mint;

    RecoveryCodes(JdbcClient database, TokenMint mint) {
        this.database = database;
        this.mint = mint;
    }

    /** New codes in the place of all earlier ones. */
    List<String> replace(String uid) {
        remove(uid);
        var codes = IntStream.range(0, COUNT)
                .mapToObj(i -> mint.characters(ALPHABET, LENGTH))
                .toList();
        for (var code : codes) {
            database.sql("INSERT INTO recovery_code (uid, hash) VALUES (:uid, :hash) ON CONFLICT DO NOTHING")
                    .param("uid", uid)
                    .param("hash", hash(code))
                    .update();
        }
        return codes;
    }

    /** Takes all codes away. */
    void remove(String uid) {
        database.sql("DELETE FROM recovery_code WHERE uid = :uid")
                .param("uid", uid)
                .update();
    }

    /** Uses a code up; false when it is none. */
    boolean use(String uid, String code) {
        return database.sql("DELETE FROM recovery_code WHERE uid = :uid AND hash = :hash")
                        .param("uid", uid)
                        .param("hash", hash(code))
                        .update()
                == 1;
    }

    int remaining(String uid) {
        return database.sql("SELECT count(*) FROM recovery_code WHERE uid = :uid")
                .param("uid", uid)
                .query(Integer.class)
                .single();
    }

    private static byte[] hash(String code) {
        return Sha256.hash(code.toLowerCase(Locale.ROOT).getBytes(UTF_8));
    }
}
