package org.sagrada.model.onepw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import org.sagrada.model.crypto.Hex;

class OnepwPropertyTest {

    @Property
    void wrappingTwiceGivesTheKeyBack(@ForAll("keys") Key32 key, @ForAll("keys") Key32 other) {
        assertThat(key.xor(other).xor(other)).isEqualTo(key);
        assertThat(Key32.fromHex(key.toHex())).isEqualTo(key);
        assertThat(key).hasToString("Key32[redacted]");
    }

    @Property
    void aBundleOpensToWhatWasSealed(
            @ForAll("keys") Key32 kA, @ForAll("keys") Key32 wrapKb, @ForAll("keys") Key32 bundleKey)
            throws BundleException {
        AccountKeys keys = new AccountKeys(kA, wrapKb);

        assertThat(AccountKeys.open(keys.seal(bundleKey), bundleKey)).isEqualTo(keys);
    }

    @Property
    void aChangedByteIsAlwaysSeen(
            @ForAll("keys") Key32 bundleKey,
            @ForAll @IntRange(max = 95) int at,
            @ForAll @ByteRange(min = 1, max = 127) byte change) {
        byte[] sealed = Hex.decode(new AccountKeys(bundleKey, bundleKey).seal(bundleKey));
        sealed[at] ^= change;

        assertThatThrownBy(() -> AccountKeys.open(Hex.encode(sealed), bundleKey))
                .isInstanceOf(BundleException.class);
    }

    @Property
    void anyTextIsABundleOrIsNot(@ForAll String text, @ForAll("keys") Key32 bundleKey) {
        assertThatThrownBy(() -> AccountKeys.open(text, bundleKey)).isInstanceOf(BundleException.class);
    }

    @Property(tries = 200)
    void anyTextIsRecoveryDataOrIsNot(@ForAll String text) {
        RecoveryKey key = new RecoveryKey(new byte[20], "00".repeat(16));

        assertThatThrownBy(() -> key.open(text)).isInstanceOf(BundleException.class);
    }

    @Property(tries = 50)
    void anotherKindOfTokenHasOtherKeys(
            @ForAll("keys") Key32 token, @ForAll TokenKind kind, @ForAll TokenKind otherKind) {
        Assume.that(kind != otherKind);

        assertThat(TokenKeys.derive(kind, token).tokenId())
                .isNotEqualTo(TokenKeys.derive(otherKind, token).tokenId());
    }

    @Provide
    Arbitrary<Key32> keys() {
        return Arbitraries.bytes().array(byte[].class).ofSize(Key32.LENGTH).map(Key32::of);
    }
}
