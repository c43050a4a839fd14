package org.sagrada.model.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payload as the JSON object whose exact bytes are signed. Members it doesn't know are passed over. */
final class TokenPayloadJson {

    private TokenPayloadJson() {}

    static byte[] write(TokenPayload payload) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("uid", payload.uid());
        members.put("node", payload.node());
        members.put("expires", payload.expires().getEpochSecond());
        put(members, "fxa_uid", payload.fxaUid());
        put(members, "fxa_kid", payload.fxaKid());
        put(members, "hashed_fxa_uid", payload.hashedFxaUid());
        put(members, "hashed_device_id", payload.hashedDeviceId());
        put(members, "tokenserver_origin", payload.tokenserverOrigin());
        if (payload.purge()) {
            members.put("purge", true);
        }
        members.put("salt", payload.salt());
        return JSONObjectUtils.toJSONString(members).getBytes(UTF_8);
    }

    /** @throws IllegalArgumentException if it isn't a payload; the message names the rule only */
    static TokenPayload read(byte[] json) {
        Map<String, Object> members = members(json);
        return new TokenPayload(
                integer(members, "uid"),
                required(text(members, "node"), "node"),
                instant(members, "expires"),
                required(text(members, "salt"), "salt"),
                text(members, "fxa_uid"),
                text(members, "fxa_kid"),
                text(members, "hashed_fxa_uid"),
                text(members, "hashed_device_id"),
                text(members, "tokenserver_origin"),
                members.get("purge") instanceof Boolean purge && purge);
    }

    private static Map<String, Object> members(byte[] json) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
            return JSONObjectUtils.parse(text);
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("not UTF-8");
        } catch (ParseException notAnObject) {
            throw new IllegalArgumentException("not a JSON object");
        }
    }

    private static long integer(Map<String, Object> members, String name) {
        if (members.get(name) instanceof Long value) {
            return value;
        }
        throw new IllegalArgumentException(name + " isn't an integer");
    }

    private static Instant instant(Map<String, Object> members, String name) {
        if (members.get(name) instanceof Number value) {
            try {
                BigDecimal seconds = new BigDecimal(value.toString());
                long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
                return Instant.ofEpochSecond(
                        whole,
                        seconds.subtract(BigDecimal.valueOf(whole))
                                .movePointRight(9)
                                .longValue());
            } catch (ArithmeticException | NumberFormatException | DateTimeException outOfRange) {
                throw new IllegalArgumentException(name + " is no time");
            }
        }
        throw new IllegalArgumentException(name + " isn't a number");
    }

    private static @Nullable String text(Map<String, Object> members, String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new IllegalArgumentException(name + " isn't text");
    }

    private static String required(@Nullable String value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static void put(Map<String, Object> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
