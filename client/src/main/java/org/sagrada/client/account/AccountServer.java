package org.sagrada.client.account;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.http.Urls;
import org.sagrada.model.browserid.VerifyingKey;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.onepw.AccountKeys;
import org.sagrada.model.onepw.BundleException;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;

/**
 * The identity provider's account API. Passwords don't leave the device: what is sent is derived from them (onepw protocol).
 * Every method throws an {@link AccountException} when the server refuses.
 */
public final class AccountServer {

    private final URI base;
    private final HawkHttp http;

    /** The server at a base address, without {@code /v1}. */
    public AccountServer(URI base, HawkHttp http) {
        this.base = base;
        this.http = http;
    }

    /** Creates an account and signs in to it. */
    public Session create(String email, QuickStretch stretch) {
        Json answer = post("/v1/account/create?keys=true", credentials(email, stretch));
        Boolean verified = answer.asMap().get("verified") instanceof Boolean flag ? flag : null;
        return session(email, answer, verified == null || verified);
    }

    /** Signs in. */
    public Session logIn(String email, QuickStretch stretch) {
        Json answer = post("/v1/account/login?keys=true", credentials(email, stretch));
        return session(email, answer, answer.flag("verified"));
    }

    private static Map<String, Object> credentials(String email, QuickStretch stretch) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", email);
        body.put("authPW", stretch.authPw().toHex());
        return body;
    }

    private static Session session(String email, Json answer, boolean verified) {
        return new Session(
                email,
                answer.text("uid"),
                key(answer, "sessionToken"),
                answer.textOrNull("keyFetchToken") == null ? null : key(answer, "keyFetchToken"),
                verified);
    }

    /** Whether there is an account of this address. */
    public boolean exists(String email) {
        return post("/v1/account/status", Map.of("email", email)).flag("exists");
    }

    /**
     * Fetches the account's keys. The token is used up, unless the account has to be confirmed first.
     *
     * @throws UnexpectedAnswerException if the keys were not sealed for this token
     */
    public AccountKeys keys(Key32 keyFetchToken) {
        TokenKeys token = TokenKeys.derive(TokenKind.KEY_FETCH, keyFetchToken);
        Json answer = signed(HttpCall.of("GET", Urls.at(base, "/v1/account/keys")), token);
        try {
            return AccountKeys.open(answer.text("bundle"), token.bundleKey());
        } catch (BundleException notForUs) {
            throw new UnexpectedAnswerException("the account's keys were not sealed for this sign-in");
        }
    }

    /** Whether the session is confirmed; throws {@link AccountException.InvalidToken} if it is gone. */
    public boolean isVerified(Key32 sessionToken) {
        Json answer = signed(HttpCall.of("GET", Urls.at(base, "/v1/session/status")), session(sessionToken));
        return "verified".equals(answer.text("state"));
    }

    /** Ends the session. */
    public void logOut(Key32 sessionToken) {
        signed(HttpCall.of("POST", Urls.at(base, "/v1/session/destroy"), "{}"), session(sessionToken));
    }

    /**
     * Has a key certified as the account's.
     *
     * @param validity up to 24 hours
     * @return the certificate in compact form
     */
    public String certificate(Key32 sessionToken, VerifyingKey publicKey, Duration validity) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("publicKey", publicKey.toJson());
        body.put("duration", validity.toMillis());
        HttpCall call = HttpCall.of("POST", Urls.at(base, "/v1/certificate/sign?service=sync"), Json.format(body));
        return signed(call, session(sessionToken)).text("cert");
    }

    /**
     * Changes the password. The keys stay, and so does everything that is encrypted; every session ends.
     *
     * @param email as the account knows it
     * @throws AccountException.IncorrectPassword if the old one is wrong
     */
    public void changePassword(String email, QuickStretch old, QuickStretch changed) {
        Map<String, Object> start = new LinkedHashMap<>();
        start.put("email", email);
        start.put("oldAuthPW", old.authPw().toHex());
        Json tokens = post("/v1/password/change/start", start);
        Key32 kB = keys(key(tokens, "keyFetchToken")).kB(old);
        Map<String, Object> finish = new LinkedHashMap<>();
        finish.put("authPW", changed.authPw().toHex());
        finish.put("wrapKb", kB.xor(changed.unwrapBKey()).toHex());
        signed(
                HttpCall.of("POST", Urls.at(base, "/v1/password/change/finish"), Json.format(finish)),
                TokenKeys.derive(TokenKind.PASSWORD_CHANGE, key(tokens, "passwordChangeToken")));
    }

    /** Deletes the account and everything it has. */
    public void destroy(String email, QuickStretch stretch) {
        post("/v1/account/destroy", credentials(email, stretch));
    }

    private static TokenKeys session(Key32 sessionToken) {
        return TokenKeys.derive(TokenKind.SESSION, sessionToken);
    }

    private Json post(String path, Map<String, Object> body) {
        return read(http.send(HttpCall.of("POST", Urls.at(base, path), Json.format(body))));
    }

    private Json signed(HttpCall call, TokenKeys token) {
        HawkCredentials credentials = HawkCredentials.ofBytes(
                token.tokenId().toHex(), token.requestKey().bytes());
        HttpAnswer answer = http.send(call, credentials);
        if (answer.status() == 401 && AccountErrors.errno(answer) == AccountErrors.BAD_TIMESTAMP) {
            // The first answer told the server's time; signed by that, the second request is on time.
            answer = http.send(call, credentials);
        }
        return read(answer);
    }

    private static Json read(HttpAnswer answer) {
        if (!answer.isSuccess()) {
            throw AccountErrors.of(answer);
        }
        return Json.parse(answer.body());
    }

    private static Key32 key(Json answer, String name) {
        try {
            return Key32.fromHex(answer.text(name));
        } catch (IllegalArgumentException malformed) {
            throw new UnexpectedAnswerException("'" + name + "' isn't a key");
        }
    }
}
