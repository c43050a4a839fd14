package org.sagrada.pidp.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.Key32;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON object that a request carries. A member that is absent but required ends the request with errno 108, one of another
 * type or form with errno 107; members nobody asks for are left alone.
 */
public final class JsonBody {

    private final ObjectNode json;

    JsonBody(ObjectNode json) {
        this.json = json;
    }

    /** Whether the member is there, {@code null} included. */
    public boolean has(String name) {
        return json.has(name);
    }

    /** Whether the member is there and {@code null}. */
    public boolean isNull(String name) {
        return json.path(name).isNull();
    }

    /** A text that must be there and follow the rule. */
    public String text(String name, TextRule rule) {
        return optionalText(name, rule).orElseThrow(() -> missing(name));
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(String name, TextRule rule) {
        var node = member(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isString() || !rule.allows(node.stringValue())) {
            throw invalid(name);
        }
        return Optional.of(node.stringValue());
    }

    /** 32 bytes in hexadecimal digits that must be there. */
    public Key32 secret(String name) {
        return Key32.fromHex(text(name, TextRule.HEX_64));
    }

    /** 32 bytes in hexadecimal digits that may be absent. */
    public Optional<Key32> optionalSecret(String name) {
        return optionalText(name, TextRule.HEX_64).map(Key32::fromHex);
    }

    /** An e-mail address that must be there. */
    public EmailAddress email(String name) {
        return optionalEmail(name).orElseThrow(() -> missing(name));
    }

    /** An e-mail address that may be absent. */
    public Optional<EmailAddress> optionalEmail(String name) {
        var node = member(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isString()) {
            throw invalid(name);
        }
        return Optional.of(EmailAddress.parse(node.stringValue()).orElseThrow(() -> invalid(name)));
    }

    /** A truth value; absent counts as false. */
    public boolean flag(String name) {
        var node = member(name);
        if (node == null) {
            return false;
        }
        if (!node.isBoolean()) {
            throw invalid(name);
        }
        return node.booleanValue();
    }

    /** An integer that must be there, within bounds that are allowed themselves. */
    public long integer(String name, long lowest, long highest) {
        var node = member(name);
        if (node == null) {
            throw missing(name);
        }
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < lowest
                || node.longValue() > highest) {
            throw invalid(name);
        }
        return node.longValue();
    }

    /** An object that must be there. */
    public JsonBody object(String name) {
        var node = member(name);
        if (node == null) {
            throw missing(name);
        }
        return new JsonBody(objectOf(name, node));
    }

    /** The text members of an object that may be absent; each name and value has to follow its rule. */
    public Optional<Map<String, String>> texts(String name, TextRule nameRule, TextRule valueRule) {
        var node = member(name);
        if (node == null) {
            return Optional.empty();
        }
        var texts = new TreeMap<String, String>();
        for (var entry : objectOf(name, node).properties()) {
            if (!nameRule.allows(entry.getKey())
                    || !entry.getValue().isString()
                    || !valueRule.allows(entry.getValue().stringValue())) {
                throw invalid(name);
            }
            texts.put(entry.getKey(), entry.getValue().stringValue());
        }
        return Optional.of(texts);
    }

    /** A list of texts that must be there. */
    public List<String> list(String name, TextRule rule) {
        var node = member(name);
        if (node == null) {
            throw missing(name);
        }
        if (!node.isArray()) {
            throw invalid(name);
        }
        var texts = new ArrayList<String>();
        for (var element : node) {
            if (!element.isString() || !rule.allows(element.stringValue())) {
                throw invalid(name);
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    /** The member as it stands, for what is only passed on; absent is nothing. */
    public Optional<JsonNode> raw(String name) {
        return Optional.ofNullable(member(name));
    }

    private @Nullable JsonNode member(String name) {
        return json.get(name);
    }

    private static ObjectNode objectOf(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw invalid(name);
    }

    private static Refusal missing(String name) {
        return new Refusal(PidpError.missingParameter(name));
    }

    private static Refusal invalid(String name) {
        return new Refusal(PidpError.invalidParameter(name));
    }
}
