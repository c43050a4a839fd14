package org.sagrada.client.account;

import static org.sagrada.client.account.AccountRequests.key;
import static org.sagrada.client.account.AccountRequests.sessionKeys;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.model.browserid.VerifyingKey;
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

    private final AccountRequests requests;
    private final HawkHttp http;

    /** The server at a base address, without {@code /v1}. */
    public AccountServer(URI base, HawkHttp http) {
        this.requests = new AccountRequests(base, http);
        this.http = http;
    }

    /** The server's time. */
    public Instant time() {
        return http.clock().instant();
    }

    /** Creates an account and signs in to it. */
    public Session create(String email, QuickStretch stretch) {
        Json answer = requests.post("/v1/account/create?keys=true", credentials(email, stretch));
        Boolean verified = answer.asMap().get("verified") instanceof Boolean flag ? flag : null;
        return session(email, answer, verified == null || verified);
    }

    /** Signs in. */
    public Session logIn(String email, QuickStretch stretch) {
        Json answer = requests.post("/v1/account/login?keys=true", credentials(email, stretch));
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
        return requests.post("/v1/account/status", Map.of("email", email)).flag("exists");
    }

    /**
     * Fetches the account's keys. The token is used up, unless the account has to be confirmed first.
     *
     * @throws UnexpectedAnswerException if the keys were not sealed for this token
     */
    public AccountKeys keys(Key32 keyFetchToken) {
        TokenKeys token = TokenKeys.derive(TokenKind.KEY_FETCH, keyFetchToken);
        Json answer = requests.get("/v1/account/keys", token);
        try {
            return AccountKeys.open(answer.text("bundle"), token.bundleKey());
        } catch (BundleException notForUs) {
            throw new UnexpectedAnswerException("the account's keys were not sealed for this sign-in");
        }
    }

    /** Whether the session is confirmed; throws {@link AccountException.InvalidToken} if it is gone. */
    public boolean isVerified(Key32 sessionToken) {
        Json answer = requests.get("/v1/session/status", sessionKeys(sessionToken));
        return "verified".equals(answer.text("state"));
    }

    /** Another session in the same state, for another program or device of the same user. */
    public Key32 duplicate(Key32 sessionToken) {
        return key(requests.post("/v1/session/duplicate", Map.of(), sessionKeys(sessionToken)), "sessionToken");
    }

    /** Ends the session. */
    public void logOut(Key32 sessionToken) {
        requests.post("/v1/session/destroy", Map.of(), sessionKeys(sessionToken));
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
        return requests.post("/v1/certificate/sign?service=sync", body, sessionKeys(sessionToken))
                .text("cert");
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
        Json tokens = requests.post("/v1/password/change/start", start);
        Key32 kB = keys(key(tokens, "keyFetchToken")).kB(old);
        Map<String, Object> finish = new LinkedHashMap<>();
        finish.put("authPW", changed.authPw().toHex());
        finish.put("wrapKb", kB.xor(changed.unwrapBKey()).toHex());
        requests.post(
                "/v1/password/change/finish",
                finish,
                TokenKeys.derive(TokenKind.PASSWORD_CHANGE, key(tokens, "passwordChangeToken")));
    }

    /** Deletes the account and everything it has. */
    public void destroy(String email, QuickStretch stretch) {
        requests.post("/v1/account/destroy", credentials(email, stretch));
    }

    /** Whether sign-ins to the account take a code of an authenticator app as well (TOTP, RFC 6238). */
    public boolean hasSecondStep(Key32 sessionToken) {
        return requests.get("/v1/totp/exists", sessionKeys(sessionToken)).flag("verified");
    }

    /** Confirms the session by a code of the authenticator app; false if the code is wrong. */
    public boolean verifySecondStep(Key32 sessionToken, String code) {
        return requests.post("/v1/session/verify/totp", Map.of("code", code), sessionKeys(sessionToken))
                .flag("success");
    }

    /**
     * Confirms the session by one of the codes that the account's owner wrote down, which is used up.
     *
     * @return how many are left
     * @throws AccountException.Refused if there is no such code
     */
    public long verifyByRecoveryCode(Key32 sessionToken, String code) {
        return requests.post("/v1/session/verify/recoveryCode", Map.of("code", code), sessionKeys(sessionToken))
                .number("remaining");
    }

    /** Has a short code mailed, which confirms the address and the session. */
    public void mailCode(Key32 sessionToken) {
        requests.post("/v1/session/resend_code", Map.of(), sessionKeys(sessionToken));
    }

    /**
     * Confirms the address and the session by the short code that was mailed.
     *
     * @throws AccountException.Refused if it is wrong or too old
     */
    public void verifyMailedCode(Key32 sessionToken, String code) {
        requests.post("/v1/session/verify_code", Map.of("code", code), sessionKeys(sessionToken));
    }

    /** The devices and sessions of the account. */
    public Devices devices(Key32 sessionToken) {
        return new Devices(requests, sessionToken);
    }

    /** The session's right to Sync in OAuth's terms. */
    public SyncAuthorization syncAuthorization(Key32 sessionToken) {
        return new SyncAuthorization(requests, sessionToken);
    }

    /**
     * The keys that the account keeps for services.
     *
     * @param email as the account knows it
     */
    public ServiceKeys serviceKeys(Key32 sessionToken, String email, Supplier<Key32> kB, SecureRandom random) {
        return new ServiceKeys(requests, sessionToken, email, kB, random);
    }

    /** The account's recovery key. */
    public RecoveryKeys recoveryKeys(Key32 sessionToken, String uid, SecureRandom random) {
        return new RecoveryKeys(requests, sessionToken, uid, random);
    }

    /** Begins a reset of the password: a code is mailed to the address. */
    public PasswordReset forgotPassword(String email) {
        return PasswordReset.begin(requests, email);
    }
}
