package org.sagrada.storage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Makes hostile requests: wrong types, deep and broken JSON, bad UTF-8, huge numbers, odd headers, SQL, tricks with paths. */
final class HostileRequests {

    private static final byte[] NOTHING = {};

    private static final List<String> BAD_VALUES = List.of(
            "{\"payload\":1}",
            "{\"payload\":{}}",
            "{\"payload\":[\"x\"]}",
            "{\"payload\":true}",
            "{\"sortindex\":\"1\"}",
            "{\"sortindex\":1.5}",
            "{\"sortindex\":1e400}",
            "{\"sortindex\":99999999999999999999}",
            "{\"sortindex\":-9999999999}",
            "{\"ttl\":-1}",
            "{\"ttl\":1e3}",
            "{\"ttl\":\"x\"}",
            "{\"ttl\":10000000000}",
            "{\"ttl\":false}",
            "{\"x\":1}",
            "{\"__proto__\":null}",
            "{\"payload\":\"a\",\"payload\":\"b\"}",
            "{\"payload\":\"\\u0000\"}",
            "{\"payload\":\"\\ud800\"}",
            "{\"payload\":\"\\udc00\\ud800\"}",
            "{\"payload\":\"x\"}}",
            "{\"payload\":\"x\"",
            "{\"payload\":\"x\"},",
            "{payload:1}",
            "{'payload':'x'}",
            "{\"payload\":\"\t\"}",
            "{\"payload\":NaN}",
            "{\"payload\":\"x\"} {}",
            "",
            "null",
            "1",
            "\"x\"",
            "[]x",
            "{",
            "\ufeff{\"payload\":\"x\"}",
            "{\"id\":5,\"payload\":\"x\"}",
            "{\"id\":\"\",\"payload\":\"x\"}",
            "{\"id\":\"\u00e9\",\"payload\":\"x\"}",
            "{\"payload\":\"x\",\"sortindex\":01}",
            "<a/>",
            "'; DROP TABLE bso; --",
            "{\"payload\":\"x\"}; DELETE FROM account");

    private static final List<String> BAD_QUERIES = List.of(
            "newer=x",
            "newer=-1",
            "newer=1'%20OR%20'1'='1",
            "newer=99999999999999999999999",
            "older=",
            "older=NaN",
            "older=0x10",
            "limit=0",
            "limit=-5",
            "limit=1.5",
            "limit=99999999999999999999",
            "limit=%31%00",
            "sort=newest;--",
            "sort=INDEX",
            "offset=AAAA",
            "offset=-1",
            "offset=1%20UNION%20SELECT",
            "offset=%FF",
            "ids=",
            "ids=,",
            "ids=a,,b",
            "ids=%00",
            "ids=%C3%28",
            "full=%zz",
            "x=%",
            "%=1",
            "ids=%ED%A0%80");

    private static final List<String> BAD_PATHS = List.of(
            "/storage/col;x=1",
            "/storage/col/..",
            "/storage/../info/collections",
            "/storage/%2e%2e/info",
            "/storage/col%2Fa",
            "/storage/col%5Ca",
            "/storage/col/a%00",
            "/storage/col/%0a",
            "/storage//col",
            "/storage/col/",
            "/storage/col/a/b",
            "/storage/",
            "/info",
            "/info/",
            "/info/collections/",
            "/info/nothing",
            "/Storage/col",
            "/storage/col\\a",
            "/storage/%",
            "/storage/col/%zz",
            "//storage/col",
            "/storage/./col",
            "/storage/col/%C3%28x/y",
            "/%73torage/col/",
            "/storage/col/a;v=1");

    private static final List<String> BAD_PRECONDITIONS = List.of(
            "x",
            "-1",
            "1e5",
            "1,2",
            "0x1",
            "99999999999999999999999999",
            "'",
            "1 OR 1=1",
            "\u0661",
            "+1",
            "NaN",
            "--1");

    private final Random random;

    HostileRequests(Random random) {
        this.random = random;
    }

    HostileRequest next(long user) {
        var root = (random.nextBoolean() ? "/2.0/" : "/1.5/") + user;
        return switch (random.nextInt(11)) {
            case 0 -> put(root, text(pick(BAD_VALUES)), json());
            case 1 -> post(root, text(list(pick(BAD_VALUES))), json());
            case 2 -> put(root, badUtf8(), json());
            case 3 -> post(root, text(deep()), json());
            case 4 -> new HostileRequest("GET", root + "/storage/col?" + pick(BAD_QUERIES), "", NOTHING, true);
            case 5 -> new HostileRequest(pick(List.of("GET", "DELETE")), root + pick(BAD_PATHS), "", NOTHING, true);
            case 6 -> precondition(root);
            case 7 -> method(root);
            case 8 ->
                put(
                        root,
                        text("{\"payload\":\"x\"}"),
                        "Content-Type: "
                                + pick(List.of("text/html", "x", "*/*", "application/json2", "multipart/form-data"))
                                + "\r\n");
            case 9 -> unsigned(root);
            default -> post(root, mutated(), json());
        };
    }

    private HostileRequest put(String root, byte[] body, String headers) {
        return new HostileRequest("PUT", root + "/storage/col/a", headers, body, true);
    }

    private HostileRequest post(String root, byte[] body, String headers) {
        return new HostileRequest("POST", root + "/storage/col", headers, body, true);
    }

    private HostileRequest precondition(String root) {
        var name = (random.nextBoolean() ? "X-If-Unmodified-Since" : "X-If-Modified-Since")
                + (root.startsWith("/2.0") ? "-Version" : "");
        return new HostileRequest(
                "GET", root + "/storage/col", name + ": " + pick(BAD_PRECONDITIONS) + "\r\n", NOTHING, true);
    }

    private HostileRequest method(String root) {
        var method = pick(List.of("PATCH", "PUT", "PROPFIND", "get", "POSTS"));
        return new HostileRequest(method, root + "/info/collections", "", NOTHING, true);
    }

    private HostileRequest unsigned(String root) {
        Function<String, String> header = value -> "Authorization: " + value + "\r\n";
        var headers = pick(List.of(
                "",
                header.apply("Hawk"),
                header.apply("Hawk id=\"" + "a".repeat(2_000) + "\", ts=\"1\", nonce=\"n\", mac=\"m\""),
                header.apply("Hawk id=\"\\\", ts=\"99999999999999999999\", nonce=\"\", mac=\"\""),
                header.apply("Basic J09SMT0x"),
                header.apply("Hawk id=\"' OR 1=1\", ts=\"-1\", nonce=\"n\", mac=\"m\", hash=\"\u00e9\"")));
        return new HostileRequest(pick(List.of("GET", "DELETE")), root + "/storage/col", headers, NOTHING, false);
    }

    /** A good list of records with one byte in it that breaks it. */
    private byte[] mutated() {
        var body = text("[{\"id\":\"a\",\"payload\":\"evil\"},{\"id\":\"b\"}]");
        var structural = new int[] {0, 1, 5, 6, 29, body.length - 1};
        body[structural[random.nextInt(structural.length)]] = (byte) (random.nextBoolean() ? 0xff : 0x01);
        return body;
    }

    private byte[] badUtf8() {
        var body = text("{\"payload\":\"xxxx\"}");
        body[12 + random.nextInt(4)] = (byte) (0x80 + random.nextInt(0x80));
        return body;
    }

    private String deep() {
        var depth = 10 + random.nextInt(3_000);
        return "[{\"id\":\"a\",\"payload\":" + (random.nextBoolean() ? "[" : "{\"a\":").repeat(depth);
    }

    /** No list of records, whatever the record. */
    private String list(String record) {
        return random.nextBoolean() ? "[" + record + ",{}]" : "[{\"id\":\"a\"},{\"id\":\"a\"}," + record + "]";
    }

    private static String json() {
        return "Content-Type: application/json\r\n";
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
