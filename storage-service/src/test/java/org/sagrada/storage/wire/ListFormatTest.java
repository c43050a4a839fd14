package org.sagrada.storage.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|JSON",
                "application/newlines|NEWLINES",
                "application/newlines, application/json|JSON",
                "application/newlines;q=0.9, application/json;q=0.1|NEWLINES",
                "*/*|JSON",
                "application/*|JSON",
                "application/json;q=0, */*|NEWLINES",
                "application/json;q=0.9,*/*;q=0.2|JSON",
                "''|JSON"
            })
    void theBestIsChosen(String accept, ListFormat format) {
        assertThat(ListFormat.accepted(accept)).hasValue(format);
    }

    @Test
    void withoutAHeaderItIsJson() {
        assertThat(ListFormat.accepted(null)).hasValue(ListFormat.JSON);
    }

    @ParameterizedTest
    @CsvSource({"x/yy", "text/html", "nonsense", "application/json;q=0"})
    void whatCannotBeMadeIsRefused(String accept) {
        assertThat(ListFormat.accepted(accept)).isEmpty();
    }
}
