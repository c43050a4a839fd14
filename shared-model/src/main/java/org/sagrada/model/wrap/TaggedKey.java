package org.sagrada.model.wrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** A key and its tags as canonical JSON: sorted names, no spaces, UTF-8. */
final class TaggedKey {

    private TaggedKey() {}

    static byte[] format(byte[] key, KeyTags tags) {
        Map<String, Object> json = new TreeMap<>();
        json.put("key", Base64.getEncoder().encodeToString(key));
        json.put("tags", tags.asMap());
        return JSONObjectUtils.toJSONString(json).getBytes(UTF_8);
    }

    static byte[] parse(byte[] plain, KeyTags tags) throws UnwrapException {
        try {
            Map<String, Object> json = JSONObjectUtils.parse(new String(plain, UTF_8));
            if (json.get("key") instanceof String key && tags.asMap().equals(json.get("tags"))) {
                return Base64.getDecoder().decode(key);
            }
            throw new UnwrapException();
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new UnwrapException();
        }
    }
}
