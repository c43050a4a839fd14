package org.sagrada.storage.v15;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Time15Test {

    @Property
    void everyTimeReadsAsItWasWritten(@ForAll @LongRange(max = 99_999_999_999_999L) long version) {
        var text = Time15.text(version);

        assertThat(text).matches("[0-9]+\\.[0-9]{2}");
        assertThat(Time15.parse(text)).hasValue(version);
        assertThat(Time15.parseUpwards(text)).hasValue(version);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0",
        "1,100,100",
        "1.,100,100",
        "1.5,150,150",
        "1.009,100,101",
        "4102405200000,410240520000000,410240520000000",
        "1795384121.4,179538412140,179538412140"
    })
    void decimalsAreCutOrRoundedUp(String text, long down, long up) {
        assertThat(Time15.parse(text)).hasValue(down);
        assertThat(Time15.parseUpwards(text)).hasValue(up);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1e3", ".5", "x", "1.2.3", "٣", "NaN", "9999999999999999"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(Time15.parse(text)).isEmpty();
    }
}
