package org.sagrada.client.fake;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;
import org.sagrada.model.browserid.Certificate;
import org.sagrada.model.browserid.FxaClaims;
import org.sagrada.model.browserid.SigningKey;
import org.sagrada.model.browserid.VerifyingKey;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkVerdict;
import org.sagrada.model.onepw.AccountKeys;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;

/** The identity provider. */
final class FakeAccounts {

    private static final String SCOPE = "https://identity.mozilla.com/apps/oldsync";

    private final SecureRandom random;
    private final InstantSource clock;
    private final HawkDoor door;
    private final String issuer;
    private final SigningKey key;
    private final Map<String, Owner> byEmail = new HashMap<>();
    private final Map<String, Ticket> tickets = new HashMap<>();
    private final Map<String, Owner> accessTokens = new HashMap<>();
    private boolean verified = true;
    private boolean certifying = true;

    private record Owner(String email, String uid, String authPw, AccountKeys keys) {}

    private record Ticket(Owner owner, TokenKeys keys) {}

    FakeAccounts(InstantSource clock, SecureRandom random, String issuer) {
        this.clock = clock;
        this.random = random;
        this.issuer = issuer;
        this.door = new HawkDoor(clock);
        this.key = SigningKey.generateDs256(random);
    }

    VerifyingKey key() {
        return key.verifyingKey();
    }

    void confirmAll(boolean confirmed) {
        verified = confirmed;
    }

    /** From now on it certifies no keys. */
    void certifyNothing() {
        certifying = false;
    }

    /** Whose an access token is, in the form that assertions have. */
    Optional<String> ownerOf(String accessToken) {
        return Optional.ofNullable(accessTokens.get(accessToken)).map(owner -> owner.uid() + "@" + issuer);
    }

    void endSessions() {
        tickets.clear();
    }

    void spendKeyTokens() {
        tickets.values().removeIf(ticket -> ticket.keys().kind() == TokenKind.KEY_FETCH);
    }

    void delete(String email) {
        byEmail.remove(email.toLowerCase(Locale.ROOT));
        endSessions();
    }

    /** As after a reset: the password stays, the keys are new. */
    void replaceKeys(String email) {
        Owner owner = find(email);
        if (owner != null) {
            AccountKeys keys = new AccountKeys(owner.keys().kA(), Key32.random(random));
            byEmail.put(email.toLowerCase(Locale.ROOT), new Owner(owner.email(), owner.uid(), owner.authPw(), keys));
        }
        endSessions();
    }

    Reply answer(Incoming request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v1/account/create" -> create(request.json());
            case "POST /v1/account/login" -> logIn(request.json());
            case "POST /v1/account/status" ->
                Reply.json(200, "{\"exists\":" + (find(request.json().text("email")) != null) + "}");
            case "POST /v1/password/change/start" -> startChange(request.json());
            case "POST /v1/password/change/finish" -> signed(request, TokenKind.PASSWORD_CHANGE);
            case "GET /v1/account/keys" -> signed(request, TokenKind.KEY_FETCH);
            case "GET /v1/session/status",
                    "POST /v1/session/destroy",
                    "POST /v1/certificate/sign",
                    "POST /v1/oauth/token",
                    "POST /v1/account/scoped-key-data" -> signed(request, TokenKind.SESSION);
            default -> Reply.pidpError(404, 999, "");
        };
    }

    private @Nullable Owner find(String email) {
        return byEmail.get(email.toLowerCase(Locale.ROOT));
    }

    private Reply create(Json body) {
        String email = body.text("email");
        if (find(email) != null) {
            return Reply.pidpError(400, 101, "");
        }
        byte[] uid = new byte[16];
        random.nextBytes(uid);
        AccountKeys keys = new AccountKeys(Key32.random(random), Key32.random(random));
        Owner owner = new Owner(email, Hex.encode(uid), body.text("authPW"), keys);
        byEmail.put(email.toLowerCase(Locale.ROOT), owner);
        return welcome(owner);
    }

    private Reply logIn(Json body) {
        Owner owner = find(body.text("email"));
        if (owner == null) {
            return Reply.pidpError(400, 102, "");
        }
        if (!owner.authPw().equals(body.text("authPW"))) {
            return owner.email().equals(body.text("email"))
                    ? Reply.pidpError(400, 103, "")
                    : Reply.pidpError(400, 120, ",\"email\":\"" + owner.email() + "\"");
        }
        return welcome(owner);
    }

    private Reply startChange(Json body) {
        Owner owner = find(body.text("email"));
        if (owner == null || !owner.authPw().equals(body.text("oldAuthPW"))) {
            return Reply.pidpError(400, 103, "");
        }
        return Reply.json(
                200,
                "{\"keyFetchToken\":\"" + issue(owner, TokenKind.KEY_FETCH) + "\",\"passwordChangeToken\":\""
                        + issue(owner, TokenKind.PASSWORD_CHANGE) + "\",\"verified\":true}");
    }

    private Reply finishChange(Owner owner, Json body) {
        AccountKeys keys = new AccountKeys(owner.keys().kA(), Key32.fromHex(body.text("wrapKb")));
        byEmail.put(
                owner.email().toLowerCase(Locale.ROOT),
                new Owner(owner.email(), owner.uid(), body.text("authPW"), keys));
        tickets.values().removeIf(ticket -> ticket.owner().uid().equals(owner.uid()));
        return Reply.json(200, "{}");
    }

    private Reply welcome(Owner owner) {
        return Reply.json(
                200,
                "{\"uid\":\"" + owner.uid() + "\",\"sessionToken\":\"" + issue(owner, TokenKind.SESSION)
                        + "\",\"keyFetchToken\":\"" + issue(owner, TokenKind.KEY_FETCH) + "\",\"verified\":" + verified
                        + ",\"authAt\":" + clock.instant().getEpochSecond() + "}");
    }

    private String issue(Owner owner, TokenKind kind) {
        Key32 token = Key32.random(random);
        TokenKeys keys = TokenKeys.derive(kind, token);
        tickets.put(keys.tokenId().toHex(), new Ticket(owner, keys));
        return token.toHex();
    }

    private Reply signed(Incoming request, TokenKind kind) {
        HawkVerdict verdict = door.judge(request, id -> {
            Ticket ticket = tickets.get(id);
            return ticket == null || ticket.keys().kind() != kind
                    ? Optional.empty()
                    : Optional.of(HawkCredentials.ofBytes(
                            id, ticket.keys().requestKey().bytes()));
        });
        if (verdict instanceof HawkVerdict.StaleTimestamp) {
            return Reply.pidpError(
                    401, 111, ",\"serverTime\":" + clock.instant().getEpochSecond());
        }
        if (!(verdict instanceof HawkVerdict.Accepted accepted)) {
            return Reply.pidpError(401, 110, "");
        }
        Ticket ticket = tickets.get(accepted.header().id());
        if (ticket == null) {
            throw new IllegalStateException("just looked at");
        }
        return switch (request.path()) {
            case "/v1/account/keys" -> keys(ticket);
            case "/v1/password/change/finish" -> finishChange(ticket.owner(), request.json());
            case "/v1/session/status" ->
                Reply.json(200, "{\"state\":\"" + (verified ? "verified" : "unverified") + "\"}");
            case "/v1/session/destroy" -> {
                tickets.remove(ticket.keys().tokenId().toHex());
                yield Reply.json(200, "{}");
            }
            case "/v1/oauth/token" -> authorize(ticket.owner(), request.json());
            case "/v1/account/scoped-key-data" -> describeKey(request.json());
            default -> certifying ? certify(ticket.owner(), request.json()) : Reply.pidpError(410, 116, "");
        };
    }

    private Reply keys(Ticket ticket) {
        if (!verified) {
            return Reply.pidpError(400, 104, "");
        }
        tickets.remove(ticket.keys().tokenId().toHex());
        String bundle = ticket.owner().keys().seal(ticket.keys().bundleKey());
        return Reply.json(200, "{\"bundle\":\"" + bundle + "\"}");
    }

    private Reply authorize(Owner owner, Json body) {
        if (!body.text("grant_type").equals("fxa-credentials")
                || !body.text("scope").equals(SCOPE)) {
            return Reply.pidpError(400, 109, "");
        }
        String token = Key32.random(random).toHex();
        accessTokens.put(token, owner);
        return Reply.json(200, "{\"access_token\":\"" + token + "\",\"scope\":\"" + SCOPE + "\"}");
    }

    private static Reply describeKey(Json body) {
        return Reply.json(
                200, "{\"" + body.text("scope") + "\":{\"keyRotationTimestamp\":" + FakeTokens.KEYS_CHANGED_AT + "}}");
    }

    private Reply certify(Owner owner, Json body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String certificate = new Certificate(
                        issuer,
                        owner.uid() + "@" + issuer,
                        VerifyingKey.parse(body.object("publicKey").asMap()),
                        now.minusSeconds(10),
                        now.plusMillis(body.number("duration")),
                        Map.of(FxaClaims.GENERATION, 1L, FxaClaims.KEYS_CHANGED_AT, 1L))
                .sign(key);
        return Reply.json(200, "{\"cert\":\"" + certificate + "\"}");
    }
}
