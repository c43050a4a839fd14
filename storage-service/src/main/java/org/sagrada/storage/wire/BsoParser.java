package org.sagrada.storage.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads records out of request bodies, to the letter: UTF-8, no key twice, nothing behind the end. */
public final class BsoParser {

    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final BsoRules rules;

    /** Reads what these rules allow. */
    public BsoParser(BsoRules rules) {
        this.rules = rules;
    }

    /**
     * A body that is one object.
     *
     * @throws MalformedRecordsException when it is not, or holds a value that no record has
     */
    public ParsedBso one(byte[] body) {
        return reading(body, parser -> {
            var record = new BsoObject(parser, rules).read();
            atTheEnd(parser);
            return record;
        });
    }

    /**
     * A body that is a list of objects with different ids.
     *
     * @throws MalformedRecordsException when it is not, or holds a value that no record has
     */
    public List<ParsedBso> list(byte[] body) {
        return reading(body, parser -> {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new MalformedRecordsException("the body is not a list");
            }
            var records = new Distinct();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                records.add(new BsoObject(parser, rules).readFromItsStart());
            }
            atTheEnd(parser);
            return records.all;
        });
    }

    /**
     * A body with an object with an id of its own on each line; empty lines are passed over.
     *
     * @throws MalformedRecordsException when it is not, or holds a value that no record has
     */
    public List<ParsedBso> lines(byte[] body) {
        var records = new Distinct();
        for (var line : new String(text(body)).split("\n", -1)) {
            if (!line.isBlank()) {
                records.add(one(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return records.all;
    }

    private <T> T reading(byte[] body, Reading<T> reading) {
        try (var parser = json.createParser(ObjectReadContext.empty(), text(body))) {
            return reading.from(parser);
        } catch (JacksonException e) {
            throw MalformedRecordsException.notJson("the body is not valid JSON");
        }
    }

    private static char[] text(byte[] body) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            var characters = new char[text.remaining()];
            text.get(characters);
            return characters;
        } catch (CharacterCodingException e) {
            throw MalformedRecordsException.notJson("the body is not UTF-8");
        }
    }

    private static void atTheEnd(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw MalformedRecordsException.notJson("something follows the end of the JSON");
        }
    }

    private interface Reading<T> {
        T from(JsonParser parser);
    }

    /** Records of one body, each with an id that no other has. */
    private static final class Distinct {

        private final List<ParsedBso> all = new ArrayList<>();
        private final HashSet<String> ids = new HashSet<>();

        void add(ParsedBso record) {
            var id = record.id();
            if (id == null) {
                throw new MalformedRecordsException("a record has no id");
            }
            if (!ids.add(id)) {
                throw new MalformedRecordsException("an id is there twice");
            }
            all.add(record);
        }
    }
}
