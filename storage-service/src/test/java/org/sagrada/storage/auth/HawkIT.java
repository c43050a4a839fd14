package org.sagrada.storage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sagrada.model.hawk.HawkArtifacts;
import org.sagrada.model.hawk.PayloadHash;
import org.sagrada.model.token.IssuedToken;
import org.sagrada.storage.Answer;
import org.sagrada.storage.StorageIT;
import org.sagrada.storage.Tokens;

class HawkIT extends StorageIT {

    private String info() {
        return device.path20("/info/collections");
    }

    private Answer getWith(IssuedToken token) {
        return device.sendAs(token, "GET", info(), null);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.expect(401).header("WWW-Authenticate").orElseThrow()).startsWith("Hawk");
        assertThat(answer.json().get("status").asString()).isEqualTo("error");
        assertThat(answer.header("X-Timestamp")).isPresent();
    }

    @Test
    void everyConfiguredSecretVerifies() {
        var payload = Tokens.payload(device.user(), Tokens.NODE, clock.instant().plusSeconds(300), false);

        getWith(Tokens.NEWEST.issue(payload)).expect(200);
        getWith(Tokens.OLDER.issue(payload)).expect(200);
        assertRefused(getWith(Tokens.UNKNOWN.issue(payload)));
    }

    @Test
    void aTokenOfAnotherNodeOrUserIsRefused() {
        var expires = clock.instant().plusSeconds(300);

        assertRefused(getWith(Tokens.NEWEST.issue(Tokens.payload(device.user(), "http://other.test", expires, false))));
        assertRefused(getWith(Tokens.NEWEST.issue(Tokens.payload(device.user() + 1, Tokens.NODE, expires, false))));
    }

    @Test
    void anExpiredTokenReadsOnlyTheCollectionsOf15AndNotForLong() {
        var expired = Tokens.NEWEST.issue(
                Tokens.payload(device.user(), Tokens.NODE, clock.instant().minusSeconds(1), false));

        device.sendAs(expired, "GET", device.path15("/info/collections"), null).expect(200);
        device.sendAs(expired, "GET", device.path15("/info/quota"), null).expect(401);
        device.sendAs(expired, "GET", device.path15("/storage/info/collections"), null)
                .expect(401);
        assertRefused(getWith(expired));
        clock.advance(Duration.ofHours(2));
        device.sendAs(expired, "GET", device.path15("/info/collections"), null).expect(401);
    }

    @Test
    void aNonceIsUsedOnce() {
        var authorization = device.authorization(Tokens.of(device.user(), clock.instant()), "GET", info());

        device.sendSigned(authorization, "GET", info(), null).expect(200);
        assertRefused(device.sendSigned(authorization, "GET", info(), null));
    }

    @Test
    void anotherRequestThanTheSignedOneIsRefusedAndDoesNotUseUpItsNonce() {
        var authorization = device.authorization(Tokens.of(device.user(), clock.instant()), "GET", info());

        assertRefused(device.sendSigned(authorization, "DELETE", device.path20("/storage"), null));
        assertRefused(device.sendSigned(authorization, "GET", info() + "?x=1", null));
        device.sendSigned(authorization, "GET", info(), null).expect(200);
    }

    @Test
    void aClockThatIsFarOffIsToldTheTime() {
        var token = Tokens.of(device.user(), clock.instant());

        for (var ts : new long[] {now() - 301, now() + 301}) {
            var authorization = device.authorization(token, "GET", info(), HawkArtifacts.of(ts, "nonce"));
            var answer = device.sendSigned(authorization, "GET", info(), null);
            assertRefused(answer);
            assertThat(answer.header("WWW-Authenticate").orElseThrow()).contains("tsm=");
        }
        var authorization = device.authorization(token, "GET", info(), HawkArtifacts.of(now() - 290, "nonce"));
        device.sendSigned(authorization, "GET", info(), null).expect(200);
    }

    @Test
    void aClockThatWasSetBackLocksNobodyOut() {
        clock.advance(Duration.ofDays(1));
        getWith(Tokens.of(device.user(), clock.instant())).expect(200);
        clock.reset();

        getWith(Tokens.of(device.user(), clock.instant())).expect(200);
    }

    @Test
    void aPayloadHashIsVerified() {
        var item = device.path20("/storage/col/a");
        var body = "{\"payload\":\"x\"}";

        assertRefused(put(item, body, PayloadHash.of("application/json", "{}".getBytes(StandardCharsets.UTF_8))));
        device.get(item).expect(404);
        put(item, body, PayloadHash.of("application/json", body.getBytes(StandardCharsets.UTF_8)))
                .expect(201);
        put(item, body, PayloadHash.of(null, body.getBytes(StandardCharsets.UTF_8)))
                .expect(204);
    }

    private Answer put(String item, String body, String hash) {
        var artifacts = HawkArtifacts.of(now(), UUID.randomUUID().toString()).with(hash, null);
        var token = Tokens.of(device.user(), clock.instant());
        return device.sendSigned(device.authorization(token, "PUT", item, artifacts), "PUT", item, body);
    }

    @Test
    void oddHeadersAreRefused() {
        for (var header : new String[] {
            "",
            "Hawk",
            "Basic YTpi",
            "Hawk id=\"a\"",
            "Hawk id=\"\", ts=\"x\", nonce=\"\", mac=\"\"",
            "Bearer x",
            "Hawk id=\"a\", ts=\"1\", nonce=\"n\", mac=\"m\", mac=\"m\""
        }) {
            assertRefused(device.sendSigned(header.isEmpty() ? " " : header, "GET", info(), null));
        }
    }

    @Test
    void aPurgeTokenDoesNothingButPurge() {
        var purge = Tokens.NEWEST.issue(
                Tokens.payload(device.user(), Tokens.NODE, clock.instant().plusSeconds(300), true));

        assertRefused(getWith(purge));
        assertRefused(device.sendAs(purge, "DELETE", device.path20("/storage"), null));
        assertRefused(device.delete(device.path20("")));
    }

    @Test
    void aPurgedUserIsGoneAndItsTokensAreWorthless() {
        device.put(device.path20("/storage/col/a"), "{\"payload\":\"x\"}").expect(201);
        var purge = Tokens.NEWEST.issue(
                Tokens.payload(device.user(), Tokens.NODE, clock.instant().plusSeconds(300), true));

        device.sendAs(purge, "DELETE", device.path20(""), null).expect(204);

        assertThat(jdbc.sql("SELECT count(*) FROM storage.bso WHERE user_id = ?")
                        .param(device.user())
                        .query(Long.class)
                        .single())
                .isZero();
        assertRefused(device.get(info()));
        assertRefused(device.get(device.path20("/storage/col")));
        assertRefused(device.get(device.path20("/storage/col/a")));
        assertRefused(device.put(device.path20("/storage/col/a"), "{\"payload\":\"x\"}"));
        assertRefused(device.post(device.path20("/storage/col"), "[]"));
        assertRefused(device.delete(device.path20("/storage")));
        device.get(device.path15("/info/collections")).expect(401);
        device.put(device.path15("/storage/col/a"), "{}").expect(401);
        device.post(device.path15("/storage/col?batch=true"), "[]").expect(401);
        device.sendAs(purge, "DELETE", device.path20(""), null).expect(204);
    }

    @Test
    void aUserWhoNeverCameCanBePurged() {
        var purge = Tokens.NEWEST.issue(
                Tokens.payload(device.user(), Tokens.NODE, clock.instant().plusSeconds(300), true));

        device.sendAs(purge, "DELETE", device.path20(""), null).expect(204);

        assertRefused(device.get(info()));
    }
}
