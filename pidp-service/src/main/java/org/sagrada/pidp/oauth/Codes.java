package org.sagrada.pidp.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.oauth.client.OAuthSettings;
import org.sagrada.pidp.oauth.client.ScopeSet;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes that wait for their client: 64 hexadecimal digits, of which the server keeps a hash. A code ends with its session. */
@Component
class Codes {

    private final JdbcClient database;
    private final OAuthSettings settings;
    private final TokenMint mint;
    private final Clock clock;

    Codes(JdbcClient database, OAuthSettings settings, TokenMint mint, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.mint = mint;
        this.clock = clock;
    }

    /** A new code. */
    String make(SignedIn signedIn, AuthorizationRequest request) {
        var code = mint.key().toHex();
        database.sql("""
                        INSERT INTO oauth_code
                            (hash, uid, session_id, client_id, scope, offline, code_challenge, keys_jwe, expires_at)
                        VALUES (:hash, :uid, :session, :client, :scope, :offline, :challenge, :keys, :expires)
                        """)
                .param("hash", hash(code))
                .param("uid", signedIn.uid())
                .param("session", signedIn.session().tokenId())
                .param("client", request.client().id())
                .param("scope", request.scope().toString())
                .param("offline", request.offline())
                .param("challenge", request.codeChallenge())
                .param("keys", request.keysJwe())
                .param("expires", Timestamp.from(clock.instant().plus(settings.codeLife())))
                .update();
        return code;
    }

    /** Takes a code: of several that do so at once, one gets it. A transaction that is rolled back puts it back. */
    Optional<Code> take(String code) {
        return database.sql("""
                        DELETE FROM oauth_code WHERE hash = :hash
                        RETURNING uid, session_id, client_id, scope, offline, code_challenge, keys_jwe, expires_at
                        """)
                .param("hash", hash(code.toLowerCase(Locale.ROOT)))
                .query((row, index) -> read(row))
                .optional();
    }

    private static Code read(ResultSet row) throws SQLException {
        return new Code(
                row.getString("uid"),
                row.getString("session_id"),
                row.getString("client_id"),
                ScopeSet.parse(row.getString("scope")),
                row.getBoolean("offline"),
                row.getString("code_challenge"),
                row.getString("keys_jwe"),
                row.getTimestamp("expires_at").toInstant());
    }

    private static String hash(String code) {
        return Hex.encode(Sha256.hash(code.getBytes(US_ASCII)));
    }

    /** What a code stands for. */
    record Code(
            String uid,
            String sessionId,
            String clientId,
            ScopeSet scope,
            boolean offline,
            String codeChallenge,
            @Nullable String keysJwe,
            Instant expiresAt) {

        @Override
        public String toString() {
            return "Code[hidden]";
        }
    }
}
