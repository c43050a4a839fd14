package org.sagrada.scenario;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.sagrada.client.http.BackOff;
import org.sagrada.client.http.BackOffMemory;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.ServerClock;
import org.sagrada.client.http.Urls;
import org.sagrada.client.http.jdk.JdkHttpTransport;
import org.sagrada.client.store.FileCredentialStore;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;

/** What a user has on the phone for the second step of signing in: codes of a secret (RFC 6238). */
final class AuthenticatorApp {

    private static final long STEP_SECONDS = 30;
    private static final int DIGITS = 1_000_000;

    private final byte[] secret;

    private AuthenticatorApp(byte[] secret) {
        this.secret = secret;
    }

    /** Switches the second step on for the account that a device is logged in to, as the pages for settings do. */
    static AuthenticatorApp setUp(Path home) {
        var clock = Clock.systemUTC();
        var random = new SecureRandom();
        var saved = FileCredentialStore.inHome(Map.of(), home, random).load().getFirst();
        var keys = TokenKeys.derive(TokenKind.SESSION, saved.credentials().sessionToken());
        var session = HawkCredentials.ofBytes(
                keys.tokenId().toHex(), keys.requestKey().bytes());
        var http = new HawkHttp(
                new JdkHttpTransport(),
                new ServerClock(clock),
                new BackOff(clock, random, BackOffMemory.ofProcess()),
                random);
        var base = saved.servers().pidp();
        var created = http.send(HttpCall.of("POST", Urls.at(base, "/v1/totp/create"), "{}"), session);
        var app = new AuthenticatorApp(Base32.decode(Json.parse(created.body()).text("secret")));
        // A code counts once: the one before this leaves the present one for the sign-in.
        var answer = http.send(
                HttpCall.of(
                        "POST",
                        Urls.at(base, "/v1/session/verify/totp"),
                        Json.format(Map.of("code", app.code(clock.instant().getEpochSecond() - STEP_SECONDS)))),
                session);
        if (!Json.parse(answer.body()).flag("success")) {
            throw new AssertionError("the first code was refused");
        }
        return app;
    }

    /** The code that it shows now. */
    String code() {
        return code(Clock.systemUTC().instant().getEpochSecond());
    }

    private String code(long seconds) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(seconds / STEP_SECONDS)
                    .array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return String.format("%06d", number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
