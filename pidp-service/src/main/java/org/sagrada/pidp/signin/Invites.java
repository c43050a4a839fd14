package org.sagrada.pidp.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.request.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes that an operator hands out, each good for one account. Only their hashes are kept. */
@Component
public final class Invites {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 16;

    private final JdbcClient database;
    private final TokenMint mint;
    private final Clock clock;

    Invites(JdbcClient database, TokenMint mint, Clock clock) {
        this.database = database;
        this.mint = mint;
        this.clock = clock;
    }

    /** A new code; with an address, it is good for that one only. */
    public String make(Optional<EmailAddress> address, Duration life) {
        var code = mint.characters(ALPHABET, LENGTH);
        var now = clock.instant();
        database.sql("""
                        INSERT INTO invite (code_hash, email, expires_at, created_at)
                        VALUES (:hash, :email, :expires, :now)
                        """)
                .param("hash", hash(code))
                .param("email", address.map(EmailAddress::normalized).orElse(null))
                .param("expires", Timestamp.from(now.plus(life)))
                .param("now", Timestamp.from(now))
                .update();
        return code;
    }

    /** Uses a code up for an address; false when it is not good for it. */
    boolean use(String code, EmailAddress address) {
        return database.sql("""
                                DELETE FROM invite
                                WHERE code_hash = :hash AND expires_at > :now AND (email IS NULL OR email = :email)
                                """)
                        .param("hash", hash(code))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("email", address.normalized())
                        .update()
                == 1;
    }

    private static byte[] hash(String code) {
        return Sha256.hash(code.toLowerCase(Locale.ROOT).getBytes(UTF_8));
    }
}
