package org.sagrada.client.http;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that a server sent, read member by member. */
public final class Json {

    private final Map<String, Object> members;

    private Json(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Reads the text of an object.
     *
     * @throws UnexpectedAnswerException if it is anything else
     */
    public static Json parse(String text) {
        try {
            return new Json(JSONObjectUtils.parse(text));
        } catch (ParseException malformed) {
            throw new UnexpectedAnswerException("the answer isn't a JSON object");
        }
    }

    /**
     * Reads the text of a list of objects.
     *
     * @throws UnexpectedAnswerException if it is anything else
     */
    public static List<Json> parseList(String text) {
        return parse("{\"list\":" + text + "}").objects("list");
    }

    /** The object of a text, or an empty one if the text is something else: for error bodies, which may be anything. */
    public static Json parseOrEmpty(String text) {
        try {
            return parse(text);
        } catch (UnexpectedAnswerException malformed) {
            return new Json(Map.of());
        }
    }

    /** An object of these members. */
    public static Json of(Map<String, Object> members) {
        return new Json(members);
    }

    /** The text of an object. */
    public static String format(Map<String, ?> members) {
        return JSONObjectUtils.toJSONString(members);
    }

    /** The text of a list of objects. */
    public static String format(List<? extends Map<String, ?>> objects) {
        return JSONArrayUtils.toJSONString(objects);
    }

    /** A member that must be a string. */
    public String text(String name) {
        return required(textOrNull(name), name);
    }

    /** A member if it is a string. */
    public @Nullable String textOrNull(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    /** A member that must be a whole number. */
    public long number(String name) {
        return required(numberOrNull(name), name);
    }

    /** A member if it is a whole number. */
    public @Nullable Long numberOrNull(String name) {
        return members.get(name) instanceof Long number ? number : null;
    }

    /** A member that must be true or false. */
    public boolean flag(String name) {
        return required(members.get(name) instanceof Boolean flag ? flag : null, name);
    }

    /** A member that must be an object. */
    public Json object(String name) {
        return required(members.get(name) instanceof Map<?, ?> object ? member(object) : null, name);
    }

    /** A member that must be a list. */
    public List<?> list(String name) {
        return required(members.get(name) instanceof List<?> list ? list : null, name);
    }

    /** A member that must be a list of objects. */
    public List<Json> objects(String name) {
        List<Json> objects = new ArrayList<>();
        for (Object item : list(name)) {
            objects.add(required(item instanceof Map<?, ?> object ? member(object) : null, name));
        }
        return objects;
    }

    /** All members. */
    public Map<String, Object> asMap() {
        return members;
    }

    @SuppressWarnings("unchecked") // members of a JSON object have string names
    private static Json member(Map<?, ?> object) {
        return new Json((Map<String, Object>) object);
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new UnexpectedAnswerException("the answer lacks '" + name + "'");
        }
        return value;
    }

    /** The names of the members only: values may be secrets. */
    @Override
    public String toString() {
        return "Json" + members.keySet();
    }
}
