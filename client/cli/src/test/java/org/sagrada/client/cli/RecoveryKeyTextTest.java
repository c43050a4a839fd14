package org.sagrada.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryKeyTextTest {

    @Test
    void isWrittenInGroupsAfterItsVersion() {
        assertThat(RecoveryKeyText.format(new byte[20])).isEqualTo("A000 0000 0000 0000 0000 0000 0000 0000 0");
    }

    @Property(tries = 200)
    void isReadHoweverItIsTyped(@ForAll @Size(20) byte[] key) {
        String text = RecoveryKeyText.format(key);

        assertThat(RecoveryKeyText.parse(text)).isEqualTo(key);
        assertThat(RecoveryKeyText.parse(text.toLowerCase(Locale.ROOT).replace(" ", "-")))
                .isEqualTo(key);
        assertThat(RecoveryKeyText.parse(
                        "A" + text.substring(1).replace('0', 'O').replace('1', 'l')))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "B000", "A00U0", "A000 ä"})
    void refusesWhatIsNone(String typed) {
        assertThatThrownBy(() -> RecoveryKeyText.parse(typed)).isInstanceOf(RefusedException.class);
    }
}
