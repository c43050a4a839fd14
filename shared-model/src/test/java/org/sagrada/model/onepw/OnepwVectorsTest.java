package org.sagrada.model.onepw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.model.Vectors;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Hex;
import tools.jackson.databind.JsonNode;

class OnepwVectorsTest {

    private static final JsonNode ALL = Vectors.read("onepw.json");
    private static final JsonNode V1 = ALL.get("onepw_v1");
    private static final JsonNode V2 = ALL.get("onepw_v2");

    static Stream<JsonNode> firstVersion() {
        return Stream.concat(Stream.of(V1), ALL.get("onepw_v1_more").valueStream());
    }

    @ParameterizedTest
    @MethodSource("firstVersion")
    void stretchesAPasswordOfTheFirstVersion(JsonNode vector) {
        assertThat(QuickStretch.v1(text(vector, "email"), text(vector, "password")))
                .isEqualTo(new QuickStretch(key(vector, "authPW"), key(vector, "unwrapBkey")));
    }

    @Test
    void stretchesAPasswordOfTheSecondVersion() {
        assertThat(QuickStretch.v2(text(V2, "clientSalt"), text(V2, "password")))
                .isEqualTo(new QuickStretch(key(V2, "authPWVersion2"), key(V2, "unwrapBkeyVersion2")));
    }

    @Test
    void makesAndKnowsClientSalts() {
        String salt = QuickStretch.newClientSalt(new SecureRandom());

        assertThat(QuickStretch.isClientSalt(salt)).isTrue();
        assertThat(QuickStretch.newClientSalt(new SecureRandom())).isNotEqualTo(salt);
        assertThat(QuickStretch.isClientSalt(text(V2, "clientSalt"))).isTrue();
        assertThat(QuickStretch.isClientSalt(salt + "0")).isFalse();
        assertThatThrownBy(() -> QuickStretch.v2("salt", "password")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatTheServerKeeps() {
        Verifier verifier = Verifier.stretch(key(V1, "authPW"), key(V1, "authSalt"), Verifier.scrypt(Verifier.COST));

        assertThat(verifier).isEqualTo(new Verifier(key(V1, "verifyHash"), key(V1, "wrapwrapKey")));
        assertThat(verifier.matches(key(V1, "verifyHash"))).isTrue();
        assertThat(verifier.matches(key(V1, "wrapwrapKey"))).isFalse();
        assertThat(verifier.wrapKb(key(V1, "wrapWrapKb"))).isEqualTo(key(V1, "wrapKb"));
        AccountKeys keys = new AccountKeys(key(V1, "kA"), key(V1, "wrapKb"));
        assertThat(keys.kB(QuickStretch.v1(text(V1, "email"), text(V1, "password"))))
                .isEqualTo(key(V1, "kB"));
    }

    @Test
    void leadsToTheSameKbThroughBothVersions() {
        Verifier verifier =
                Verifier.stretch(key(V2, "authPWVersion2"), key(V2, "authSalt"), Verifier.scrypt(Verifier.COST));

        assertThat(verifier.verifyHash()).isEqualTo(key(V2, "verifyHashVersion2"));
        assertThat(verifier.wrapwrapKey()).isEqualTo(key(V2, "wrapwrapKeyVersion2"));
        assertThat(verifier.wrapWrapKb(key(V2, "wrapKbVersion2"))).isEqualTo(key(V2, "wrapWrapKbVersion2"));
        assertThat(key(V2, "wrapKbVersion2").xor(key(V2, "unwrapBkeyVersion2"))).isEqualTo(key(V1, "kB"));
    }

    @Test
    void keepsKbWhenThePasswordChanges() {
        JsonNode change = ALL.get("password_change");
        QuickStretch changed = QuickStretch.v1(text(V1, "email"), text(change, "newPassword"));

        assertThat(changed).isEqualTo(new QuickStretch(key(change, "newAuthPW"), key(change, "newUnwrapBkey")));
        Key32 newWrapKb = key(V1, "kB").xor(changed.unwrapBKey());
        assertThat(newWrapKb).isEqualTo(key(change, "newWrapKb"));
        Verifier verifier =
                Verifier.stretch(changed.authPw(), key(change, "newAuthSalt"), Verifier.scrypt(Verifier.COST));
        assertThat(verifier).isEqualTo(new Verifier(key(change, "newVerifyHash"), key(change, "newWrapwrapKey")));
        assertThat(verifier.wrapWrapKb(newWrapKb)).isEqualTo(key(change, "storedWrapWrapKb"));
    }

    @Test
    void replacesKbWhenThePasswordIsReset() {
        JsonNode reset = ALL.get("account_reset_without_recovery_key");
        Verifier verifier =
                Verifier.stretch(key(reset, "newAuthPW"), key(reset, "newAuthSalt"), Verifier.scrypt(Verifier.COST));

        Key32 wrapKb = verifier.wrapKb(key(reset, "randomWrapWrapKb"));

        assertThat(wrapKb).isEqualTo(key(reset, "wrapKb"));
        assertThat(wrapKb.xor(key(ALL.get("password_change"), "newUnwrapBkey"))).isEqualTo(key(reset, "newkB"));
    }

    @ParameterizedTest
    @EnumSource(TokenKind.class)
    void derivesTheKeysOfEveryKindOfToken(TokenKind kind) {
        JsonNode vector = ALL.get("tokens").get(kind.protocolName());

        TokenKeys keys = TokenKeys.derive(kind, key(vector, "token"));

        assertThat(keys)
                .isEqualTo(new TokenKeys(
                        kind, key(vector, "tokenID"), key(vector, "reqHMACkey"), key(vector, "bundleKey")));
        assertThat("Bearer " + keys.bearer()).isEqualTo(text(vector, "bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"account_keys", "account_keys_second"})
    void sealsAndOpensTheAccountsKeys(String name) throws BundleException {
        JsonNode vector = ALL.get(name);
        Key32 bundleKey = key(ALL.get("tokens").get("keyFetchToken"), "bundleKey");
        String plain = text(vector, "plaintext");
        AccountKeys keys = new AccountKeys(Key32.fromHex(plain.substring(0, 64)), Key32.fromHex(plain.substring(64)));

        assertThat(keys.seal(bundleKey)).isEqualTo(text(vector, "bundle"));
        assertThat(AccountKeys.open(text(vector, "bundle"), bundleKey)).isEqualTo(keys);
    }

    @Test
    void derivesWhatSyncNeedsFromKb() {
        JsonNode vector = ALL.get("sync_from_kB");
        long keysChangedAt = vector.get("keyRotationTimestamp").asLong();

        SyncKeys keys = SyncKeys.of(key(vector, "kB"));

        assertThat(keys.encryptionKey().toHex() + keys.hmacKey().toHex()).isEqualTo(text(vector, "kSync"));
        assertThat(keys.clientState()).isEqualTo(text(vector, "xClientState"));
        assertThat(keys.scopedKeyId(keysChangedAt)).isEqualTo(text(vector, "xKeyID"));
        assertThat(keys.scopedKey()).isEqualTo(text(vector.get("scopedKey"), "k"));
        assertThat(SyncKeys.SCOPE).isEqualTo(text(vector.get("scopedKey"), "scope"));
        JsonNode published = ALL.get("sync_published");
        assertThat(SyncKeys.of(key(published, "kB")).scopedKey()).isEqualTo(text(published.get("jwk"), "k"));
    }

    @Test
    void derivesTheKeyOfAnApplication() {
        JsonNode vector = ALL.get("scoped_key");

        ScopedKey scoped = ScopedKey.derive(
                key(vector, "kB"),
                text(vector, "uid"),
                text(vector, "identifier"),
                key(vector, "keyRotationSecret"),
                vector.get("keyRotationTimestamp").asLong());

        assertThat(scoped.keyId()).isEqualTo(text(vector.get("jwk"), "kid"));
        assertThat(Base64Url.encode(scoped.key().bytes())).isEqualTo(text(vector.get("jwk"), "k"));
    }

    @Test
    void opensWhatARecoveryKeySealed() throws BundleException {
        JsonNode vector = ALL.get("recovery_key");
        RecoveryKey recovery = new RecoveryKey(Hex.decode(text(vector, "recoveryKey")), text(vector, "uid"));
        Key32 kB = Key32.fromHex("000000111111222222333333444444555555666666777777888888999999ABCD");

        assertThat(recovery.id()).isEqualTo(text(vector, "recoveryKeyId"));
        assertThat(recovery.open(text(vector, "recoveryData"))).isEqualTo(kB);
        assertThat(recovery.open(recovery.seal(kB))).isEqualTo(kB);
    }

    @Test
    void opensNothingThatAnotherRecoveryKeySealed() {
        String uid = text(ALL.get("recovery_key"), "uid");
        RecoveryKey one = RecoveryKey.random(uid, new SecureRandom());
        RecoveryKey other = RecoveryKey.random(uid, new SecureRandom());
        String sealed = one.seal(Key32.random(new SecureRandom()));

        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(BundleException.class);
        assertThatThrownBy(() -> one.open(sealed.substring(1))).isInstanceOf(BundleException.class);
        assertThatThrownBy(() -> one.open("")).isInstanceOf(BundleException.class);
        assertThatThrownBy(() -> new RecoveryKey(new byte[15], uid)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(JsonNode vector, String name) {
        return vector.get(name).asString();
    }

    private static Key32 key(JsonNode vector, String name) {
        return Key32.fromHex(text(vector, name));
    }
}
