package org.sagrada.storage.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonBytesPropertyTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static String written(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        var json = new JsonBytes(out);
        json.string(text.getBytes(StandardCharsets.UTF_8)).flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Property(tries = 500)
    void whatIsWrittenReadsTheSame(@ForAll String text) throws IOException {
        if (Unicode.isStorable(text)) {
            assertThat(JSON.readValue(written(text), String.class)).isEqualTo(text);
        }
    }

    @Test
    void everyCharacterIsEscapedWhereverItStands() throws IOException {
        for (var character = 1; character < 300; character++) {
            for (var at = 0; at < 20; at++) {
                var text = "x".repeat(at) + (char) character + "y".repeat(19 - at);
                assertThat(JSON.readValue(written(text), String.class)).isEqualTo(text);
            }
        }
    }

    @Test
    void textsLargerThanTheBufferComeWhole() throws IOException {
        var text = "a\"b\\c\n\u0001é".repeat(20_000);

        assertThat(JSON.readValue(written(text), String.class)).isEqualTo(text);
    }
}
