package org.sagrada.storage.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.json.JsonMapper;

class BsoParserPropertyTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final BsoParser parser = new BsoParser(BsoRules.SYNC_20);

    @Property(tries = 500)
    void arbitraryBytesAreARecordOrAreRefused(@ForAll @Size(max = 60) byte[] body) {
        try {
            assertThat(parser.one(body)).isNotNull();
        } catch (MalformedRecordsException e) {
            assertThat(e.description()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void anyTextOfWholeCharactersIsAPayload(@ForAll String text, @ForAll @IntRange(max = 999_999_999) int number) {
        var body = JSON.writeValueAsBytes(Map.of("id", "a", "payload", text, "sortindex", number));

        if (Unicode.isStorable(text)) {
            assertThat(parser.one(body)).isInstanceOfSatisfying(ParsedBso.Good.class, good -> {
                assertThat(good.patch().payload()).isEqualTo(text);
                assertThat(good.patch().payloadBytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
            });
        } else {
            assertThatThrownBy(() -> parser.one(body)).isInstanceOf(MalformedRecordsException.class);
        }
    }
}
