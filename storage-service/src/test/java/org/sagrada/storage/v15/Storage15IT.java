package org.sagrada.storage.v15;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagrada.storage.Tokens;

class Storage15IT extends Protocol15IT {

    @Test
    void aWriteTellsOneTimeEverywhere() {
        var put = device.put(
                        col() + "/a",
                        "{\"payload\":\"x\",\"modified\":1,\"sortindex\":-5}",
                        "Content-Type",
                        "text/plain")
                .expect(200);

        assertThat(put.body()).matches("[0-9]+\\.[0-9]{2}").isEqualTo(modified(put));
        assertThat(put.header("X-Weave-Timestamp")).hasValue(modified(put));
        var got = device.get(col() + "/a").expect(200);
        assertThat(got.body())
                .isEqualTo("{\"id\":\"a\",\"modified\":" + put.body() + ",\"sortindex\":-5,\"payload\":\"x\"}");
        assertThat(modified(got)).isEqualTo(put.body());
        assertThat(device.get(device.path15("/info/collections")).body()).isEqualTo("{\"col\":" + put.body() + "}");
        assertThat(modified(device.get(col()))).isEqualTo(put.body());
    }

    @Test
    void bothProtocolsSeeTheSameRecordsInTheSameOrder() {
        var one =
                device.put(col() + "/a", "{\"payload\":\"x\",\"sortindex\":-1}").expect(200);
        var two = device.put(device.path20("/storage/col/b"), "{\"payload\":\"y\"}")
                .expect(201);
        var three = device.post(col(), "[{\"id\":\"c\"}]").expect(200);

        assertThat(device.get(col() + "?sort=oldest").body()).isEqualTo("[\"a\",\"b\",\"c\"]");
        assertThat(device.get(device.path20("/storage/col?sort=oldest")).strings("/items"))
                .containsExactly("a", "b", "c");
        var hundredths = modified(three).replace(".", "");
        assertThat(device.get(device.path20("/storage/col")).version()).isEqualTo(Long.parseLong(hundredths));
        assertThat(two.version())
                .isBetween(Long.parseLong(one.body().replace(".", "")) + 1, Long.parseLong(hundredths) - 1);
        assertThat(device.get(device.path20("/storage/col/a"))
                        .json()
                        .get("sortindex")
                        .asInt())
                .isEqualTo(-1);
    }

    @Test
    void puttingMergesAndNullResets() {
        device.put(col() + "/a", "{\"payload\":\"x\",\"sortindex\":7}").expect(200);

        device.put(col() + "/a", "{\"payload\":\"y\"}").expect(200);
        assertThat(device.get(col() + "/a").json().get("sortindex").asInt()).isEqualTo(7);
        device.put(col() + "/a", "{\"sortindex\":null}").expect(200);
        assertThat(device.get(col() + "/a").json().has("sortindex")).isFalse();
        assertThat(device.get(col() + "/a").json().get("payload").asString()).isEqualTo("y");
    }

    @Test
    void aChangeOfOnlyTheTtlLeavesTheRecordsTime() {
        var put = device.put(col() + "/a", "{\"payload\":\"x\"}");

        var touched = device.put(col() + "/a", "{\"ttl\":1000}").expect(200);

        assertThat(modified(device.get(col() + "/a"))).isEqualTo(put.body());
        assertThat(modified(device.get(col()))).isEqualTo(touched.body());
    }

    @Test
    void manyRecordsAreStoredAndListed() {
        var post = device.post(
                        col(),
                        "[{\"id\":\"a\",\"payload\":\"1\"},{\"id\":\"{b c}\"},{\"id\":\"bad\",\"sortindex\":\"1\"}]",
                        "Content-Type",
                        "text/plain")
                .expect(200);

        assertThat(post.body())
                .isEqualTo("{\"modified\":" + modified(post)
                        + ",\"success\":[\"a\",\"{b c}\"],\"failed\":{\"bad\":\"invalid sortindex\"}}");
        assertThat(device.get(col() + "?sort=oldest").body()).isEqualTo("[\"a\",\"{b c}\"]");
        assertThat(device.get(col() + "?sort=oldest", "Accept", "application/newlines")
                        .body())
                .isEqualTo("\"a\"\n\"{b c}\"\n");
        var full = device.get(col() + "?full=1&sort=oldest&limit=1", "Accept", "application/json;q=0.9,*/*;q=0.2");
        assertThat(full.body()).contains("\"modified\":" + modified(post) + ",");
        assertThat(full.header("X-Weave-Records")).hasValue("1");
        var token = full.header("X-Weave-Next-Offset").orElseThrow();
        assertThat(device.get(col() + "?sort=oldest&offset=" + token, UNMODIFIED, modified(full))
                        .body())
                .isEqualTo("[\"{b c}\"]");
        assertThat(device.get(col() + "/%7Bb%20c%7D")
                        .expect(200)
                        .json()
                        .get("id")
                        .asString())
                .isEqualTo("{b c}");
        assertThat(device.get(device.path20("/storage/col/%7Bb%20c%7D"))
                        .expect(200)
                        .json()
                        .get("id")
                        .asString())
                .isEqualTo("{b c}");
    }

    @Test
    void timesSelectRecords() {
        var a = device.put(col() + "/a", "{\"payload\":\"\"}").body();
        var b = device.put(col() + "/b", "{\"payload\":\"\"}").body();

        assertThat(device.get(col() + "?newer=" + a).body()).isEqualTo("[\"b\"]");
        assertThat(device.get(col() + "?newer=" + b + "999").body()).isEqualTo("[]");
        assertThat(device.get(col() + "?older=" + b).body()).isEqualTo("[\"a\"]");
        assertThat(device.get(col() + "?older=" + b + "1").body()).isEqualTo("[\"b\",\"a\"]");
        assertThat(device.get(col() + "?newer=0&older=4102405200000&ids=a").body())
                .isEqualTo("[\"a\"]");
        for (var bad : List.of("newer=-1", "older=x", "newer=1e3", "ids=", "limit=0", "sort=x", "offset=1:2")) {
            assertThat(device.get(col() + "?" + bad).expect(400).body()).isEqualTo("1");
        }
    }

    @Test
    void whatIsMissingReadsAsEmpty() {
        var empty = device.get(col()).expect(200);
        assertThat(empty.body()).isEqualTo("[]");
        assertThat(modified(empty)).isEqualTo("0.00");
        assertThat(device.get(col() + "/a").expect(404).body()).isEqualTo("0");
        device.delete(col()).expect(200);
        device.delete(col() + "?ids=a").expect(200);
        assertThat(device.delete(col() + "/a").expect(404).body()).isEqualTo("0");
        assertThat(device.get(device.path15("/info/collections")).body()).isEqualTo("{}");
    }

    @Test
    void preconditionsHold() {
        device.put(col() + "/a", "{\"payload\":\"\"}", UNMODIFIED, "0").expect(200);
        var b = device.put(col() + "/b", "{\"payload\":\"\"}").body();

        device.put(col() + "/a", "{\"payload\":\"\"}", UNMODIFIED, "0").expect(412);
        device.post(col(), "[]", UNMODIFIED, "0").expect(412);
        device.put(col() + "/c", "{\"payload\":\"\"}", UNMODIFIED, "4102405200000")
                .expect(200);
        device.get(col() + "/b", "X-If-Modified-Since", b).expect(304);
        var secondBefore = new BigDecimal(b).subtract(BigDecimal.ONE).toPlainString();
        device.get(col() + "/b", "X-If-Modified-Since", secondBefore).expect(200);
        device.delete(col(), UNMODIFIED, b).expect(412);
        assertThat(device.get(col(), UNMODIFIED, "-1").expect(400).body()).isEqualTo("1");
        device.get(col(), UNMODIFIED, "1", "X-If-Modified-Since", "1").expect(400);
        device.delete(col(), UNMODIFIED, "1", "X-If-Modified-Since", "1").expect(400);
    }

    @Test
    void deletionsTellTheirTime() {
        device.post(col(), "[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]").expect(200);

        var item = device.delete(col() + "/a").expect(200);
        var ids = device.delete(col() + "?ids=b").expect(200);
        var all = device.delete(col()).expect(200);
        device.put(col() + "/a", "{\"payload\":\"\"}").expect(200);
        var wipe = device.delete(device.path15("/storage"), "X-Confirm-Delete", "1")
                .expect(200);
        var root = device.delete(device.path15("")).expect(200);

        for (var deletion : List.of(item, ids, all, wipe, root)) {
            assertThat(deletion.body()).isEqualTo("{\"modified\":" + modified(deletion) + "}");
            assertThat(deletion.header("X-Weave-Timestamp")).hasValue(modified(deletion));
        }
        assertThat(List.of(item, ids, all, wipe, root).stream()
                        .map(Storage15IT::modified)
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(modified(device.get(device.path15("/info/collections")))).isEqualTo(modified(root));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|6",
                "''|8",
                "{}|8",
                "[{}]|8",
                "[1]|8",
                "[{\"id\":\"a\"},{\"id\":\"a\"}]|8",
                "[{\"id\":\"a\",\"payload\":\"\\ud800\"}]|8"
            })
    void aBadBodyIsAnInteger(String body, String code) {
        assertThat(device.post(col(), body).expect(400).body()).isEqualTo(code);
        assertThat(device.get(device.path15("/info/collections")).body()).isEqualTo("{}");
    }

    @Test
    void everyErrorIsAnInteger() {
        assertThat(device.put(col() + "/a", "{\"x\":1}").expect(400).body()).isEqualTo("8");
        assertThat(device.put(col() + "/%C3%A9", "{}").expect(400).body()).isEqualTo("8");
        assertThat(device.put(device.path15("/storage/a%20b/c"), "{}")
                        .expect(400)
                        .body())
                .isEqualTo("13");
        assertThat(device.post(col(), "[]", "Content-Type", "image/png")
                        .expect(415)
                        .body())
                .isEqualTo("0");
        assertThat(device.get(col(), "Accept", "x/yy").expect(406).body()).isEqualTo("0");
        assertThat(device.post(col() + "/a", "{}").expect(405).body()).isEqualTo("1");
        var unsigned = raw.request("GET", col());
        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.header("WWW-Authenticate")).hasValue("Hawk");
        assertThat(unsigned.header("X-Weave-Timestamp").orElseThrow()).matches("[0-9]+\\.[0-9]{2}");
        assertThat(raw.request("GET", "/1.5/nowhere").status()).isEqualTo(404);
    }

    @Test
    void theConfigurationNeedsNoToken() {
        var answer = raw.request("GET", device.path15("/info/configuration"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"max_post_records\":1000",
                        "\"max_record_payload_bytes\":2097152",
                        "\"max_total_records\":10000");
        device.get(device.path15("/info/configuration")).expect(200);
    }

    @Test
    void theNumbersAreInKilobytes() {
        device.put(col() + "/a", "{\"payload\":\"" + "x".repeat(1536) + "\"}").expect(200);

        assertThat(device.get(device.path15("/info/quota")).body()).isEqualTo("[1.5,null]");
        var usage = device.get(device.path15("/info/collection_usage")).expect(200);
        assertThat(usage.body()).isEqualTo("{\"col\":1.5}");
        assertThat(usage.header("X-Weave-Records")).hasValue("1");
        assertThat(device.get(device.path15("/info/collection_counts")).body()).isEqualTo("{\"col\":1}");
    }

    @Test
    void aBodyOverTheLimitIsNotRead() {
        var answer = raw.send("POST " + col() + " HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\nAuthorization: "
                + device.authorization(Tokens.of(device.user(), clock.instant()), "POST", col()) + "\r\n\r\n"
                + "x".repeat(100_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("17");
        assertThat(answer.header("Connection")).hasValue("close");
    }
}
