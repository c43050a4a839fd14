package org.sagrada.storage.bso;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

class PositionTest {

    @Property(tries = 300)
    void aTokenReadsAsItWasWritten(
            @ForAll Sort sort,
            @ForAll int number,
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(min = 1, max = 64) String id) {
        var position = new Position(sort, number, id);

        assertThat(position.toToken()).matches("[A-Za-z0-9_-]+");
        assertThat(Position.ofToken(position.toToken())).hasValue(position);
    }

    @Property(tries = 300)
    void whatWasNeverSentIsRefused(@ForAll @AlphaChars @NotBlank String text) {
        assertThat(Position.ofToken(text)).isEmpty();
    }
}
