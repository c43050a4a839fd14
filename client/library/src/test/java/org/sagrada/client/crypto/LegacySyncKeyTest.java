package org.sagrada.client.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.model.onepw.Key32;

class LegacySyncKeyTest {

    /** The published example's key, c71aa7cbd8b82a8ff6eda55c39479fd2, in its base32. */
    private static final String PUBLISHED = "y4nkps6yxavi75xnuvodsr472i";

    @Test
    void derivesThePublishedBundle() {
        KeyBundle bundle = LegacySyncKey.parse(PUBLISHED).bundle("johndoe@example.com");

        assertThat(bundle.encryptionKey())
                .isEqualTo(Key32.fromHex("8d0765430ea0d9dbd53c536c6c5c4cb639c093075ef2bd77cd30cf485138b905"));
        assertThat(bundle.hmacKey())
                .isEqualTo(Key32.fromHex("bf9e48ac50a2fcc400ae4d30a58dc6a83a7720c32f58c60fd9d02db16e406216"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y4NKP S6YXA VI75X NUVOD SR472 I", "y-4nkps-6yxav-i75xn-uv9ds-r472i"})
    void readsWhatUsersType(String typed) {
        assertThat(LegacySyncKey.parse(typed)).isEqualTo(LegacySyncKey.parse(PUBLISHED));
    }

    @Test
    void readsItsOwnText() {
        LegacySyncKey key = LegacySyncKey.random(new SecureRandom());

        assertThat(key.text()).matches("[a-km-np-z2-9]-([a-km-np-z2-9]{5}-){4}[a-km-np-z2-9]{5}");
        assertThat(LegacySyncKey.parse(key.text())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "y4nkps6yxavi75xnuvodsr472", "y4nkps6yxavi75xnuvodsr472i2", "y4nkps6yxavi75xnuvodsr4721"})
    void refusesWhatIsNoKey(String typed) {
        assertThatThrownBy(() -> LegacySyncKey.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
