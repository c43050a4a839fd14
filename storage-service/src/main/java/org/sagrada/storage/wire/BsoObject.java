package org.sagrada.storage.wire;

import org.jspecify.annotations.Nullable;
import org.sagrada.storage.bso.BsoPatch;
import org.sagrada.storage.bso.Edit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one record, key by key; of several faults the first one counts. */
final class BsoObject {

    private static final int LONGEST_NUMBER = 10;

    private final JsonParser parser;
    private final BsoRules rules;
    private @Nullable String id;
    private @Nullable String payload;
    private int payloadBytes;
    private Edit sortindex = new Edit.Keep();
    private Edit ttl = new Edit.Keep();
    private @Nullable String fault;

    BsoObject(JsonParser parser, BsoRules rules) {
        this.parser = parser;
        this.rules = rules;
    }

    ParsedBso read() {
        parser.nextToken();
        return readFromItsStart();
    }

    /** Reads an object whose opening brace is the parser's current token. */
    ParsedBso readFromItsStart() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedRecordsException("a record is not an object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var value = parser.nextToken();
            if (value.isStructStart()) {
                throw new MalformedRecordsException("a record holds a list or an object");
            }
            switch (key) {
                case "id" -> id(value);
                case "payload" -> payload(value);
                case "sortindex" -> sortindex = number(value, "invalid sortindex", rules.leastSortindex());
                case "ttl" -> ttl = number(value, "invalid ttl", 0);
                default -> {
                    if (!rules.ignored().contains(key)) {
                        fault("unknown key");
                    }
                }
            }
        }
        return fault == null
                ? new ParsedBso.Good(id, new BsoPatch(id == null ? "" : id, payload, payloadBytes, sortindex, ttl))
                : new ParsedBso.Bad(id, fault);
    }

    private void id(JsonToken value) {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value != JsonToken.VALUE_STRING) {
            throw new MalformedRecordsException("an id is not a string");
        }
        id = parser.getString();
        demandStorable(Unicode.isStorable(id));
        if (!rules.isId(id)) {
            fault("invalid id");
        }
    }

    private void payload(JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            payload = parser.getString();
            payloadBytes = Unicode.utf8Length(payload);
            demandStorable(payloadBytes >= 0);
        } else if (value == JsonToken.VALUE_NULL) {
            payload = "";
        } else {
            fault("invalid payload");
        }
    }

    private Edit number(JsonToken value, String name, int least) {
        if (value == JsonToken.VALUE_NULL) {
            return new Edit.Clear();
        }
        if (value == JsonToken.VALUE_NUMBER_INT && parser.getString().length() <= LONGEST_NUMBER) {
            var number = Long.parseLong(parser.getString());
            if (number >= least && number <= BsoRules.GREATEST_NUMBER) {
                return new Edit.To((int) number);
            }
        }
        fault(name);
        return new Edit.Keep();
    }

    private static void demandStorable(boolean storable) {
        if (!storable) {
            throw new MalformedRecordsException("a string holds NUL or half a surrogate pair");
        }
    }

    private void fault(String reason) {
        if (fault == null) {
            fault = reason;
        }
    }
}
