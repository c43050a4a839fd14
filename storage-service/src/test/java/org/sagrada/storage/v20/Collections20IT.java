package org.sagrada.storage.v20;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.storage.Answer;
import org.sagrada.storage.StorageIT;

class Collections20IT extends StorageIT {

    private static final String UNMODIFIED = "X-If-Unmodified-Since-Version";
    private static final String MODIFIED = "X-If-Modified-Since-Version";

    private String col() {
        return device.path20("/storage/col");
    }

    @Test
    void manyRecordsGetOneVersionAndAreListed() {
        var post = device.post(col(), "[{\"id\":\"a\",\"payload\":\"1\"},{\"id\":\"b\",\"payload\":\"2\"}]")
                .expect(200);

        assertThat(post.strings("/success")).containsExactly("a", "b");
        assertThat(post.json().at("/failed").isEmpty()).isTrue();
        var list = device.get(col() + "?full=1&sort=oldest").expect(200);
        assertThat(list.json().at("/items/0/version").asLong()).isEqualTo(post.version());
        assertThat(list.json().at("/items/1/id").asString()).isEqualTo("b");
        assertThat(list.json().at("/items/1").propertyNames())
                .containsExactlyInAnyOrder("id", "version", "timestamp", "payload");
        assertThat(list.number("X-Num-Records")).isEqualTo(2);
        assertThat(list.version()).isEqualTo(post.version());
        assertThat(post.number("X-Timestamp")).isEqualTo(post.version() * 10);
    }

    @Test
    void newlinesGoInAndOut() {
        device.post(
                        col(),
                        "{\"id\":\"a\"}\n\n{\"id\":\"b\"}\r\n",
                        "Content-Type",
                        "application/newlines; charset=utf-8")
                .expect(200);

        var list = device.get(col() + "?sort=oldest", "Accept", "application/newlines")
                .expect(200);

        assertThat(list.header("Content-Type").orElseThrow()).startsWith("application/newlines");
        assertThat(list.body()).isEqualTo("\"a\"\n\"b\"\n");
        assertThat(device.get(col(), "Accept", "application/newlines;q=0.4, application/json;q=0.5")
                        .body())
                .startsWith("{");
        device.get(col(), "Accept", "x/yy").expect(406);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "application/octet-stream", "nonsense"})
    void anotherContentTypeIsRefused(String type) {
        var answer = device.post(col(), "[]", "Content-Type", type).expect(415);

        assertThat(answer.json().at("/errors/0/name").asString()).isEqualTo("Content-Type");
        device.get(col()).expect(404);
    }

    @Test
    void theSurplusOfAPostIsListedAsFailed() {
        var records = IntStream.range(0, 105)
                .mapToObj(i -> "{\"id\":\"r" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        var post = device.post(col(), records).expect(200);
        assertThat(post.strings("/success")).hasSize(100);
        assertThat(post.json().at("/failed/r104/0").asString()).isEqualTo("retry bso");

        var payload = "x".repeat(210 * 1024);
        var large = IntStream.range(0, 5)
                .mapToObj(i -> "{\"id\":\"l" + i + "\",\"payload\":\"" + payload + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        post = device.post(col(), large).expect(200);
        assertThat(post.strings("/success")).containsExactly("l0", "l1", "l2", "l3");
        assertThat(post.json().at("/failed/l4/0").asString()).isEqualTo("retry bytes");
    }

    @Test
    void aRecordThatIsInvalidDoesNotStopTheOthers() {
        var post = device.post(
                        col(),
                        "[{\"id\":\"a\",\"sortindex\":-1},{\"id\":\"b\",\"ttl\":1.5},{\"id\":\"c\",\"x\":1},"
                                + "{\"id\":\"d\",\"payload\":3},{\"id\":\"ok\"},{\"id\":\"e e\"}]")
                .expect(200);

        assertThat(post.strings("/success")).containsExactly("ok");
        assertThat(post.json().at("/failed").propertyNames()).containsExactlyInAnyOrder("a", "b", "c", "d", "e e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "nonsense",
                "[1]",
                "[{}]",
                "[{\"id\":null}]",
                "[{\"id\":1}]",
                "[{\"id\":\"a\"},{\"id\":\"a\"}]",
                "[{\"id\":\"a\",\"payload\":{}}]",
                "[{\"id\":\"a\",\"id\":\"b\"}]",
                "[{\"id\":\"a\"}] ]",
                "[{\"id\":\"a\",\"payload\":\"\\u0000\"}]",
                "[{\"id\":\"a\",\"payload\":\"\\ud800\"}]"
            })
    void aBodyThatIsNoListOfRecordsChangesNothing(String body) {
        var answer = device.post(col(), body).expect(400);

        assertThat(answer.json().at("/errors/0/location").asString()).isEqualTo("body");
        assertThat(answer.json().at("/errors/0/name").asString()).isEqualTo("bsos");
        device.get(col()).expect(404);
    }

    @Test
    void everyKindOfUnicodeComesBackTheSame() {
        var text = "\u0001\u001f\"\\/\b\f\n\r\t\u007f\u0080\u2028\u2029\uffff\ue000é🎉𝄞";
        var json = new StringBuilder();
        text.chars().forEach(c -> json.append(String.format("\\u%04x", c)));

        device.post(col(), "[{\"id\":\"a\",\"payload\":\"" + json + "\"}]").expect(200);

        assertThat(device.get(col() + "/a").json().get("payload").asString()).isEqualTo(text);
        assertThat(device.get(col() + "?full=").json().at("/items/0/payload").asString())
                .isEqualTo(text);
    }

    @Test
    void versionsAndIdsSelectRecords() {
        var first = device.put(col() + "/a", "{\"payload\":\"\"}").version();
        var second = device.put(col() + "/b", "{\"payload\":\"\"}").version();
        var third = device.put(col() + "/c", "{\"payload\":\"\"}").version();

        assertThat(device.get(col() + "?newer=" + first).strings("/items")).containsExactly("c", "b");
        assertThat(device.get(col() + "?older=" + third).strings("/items")).containsExactly("b", "a");
        assertThat(device.get(col() + "?newer=" + first + "&older=" + third).strings("/items"))
                .containsExactly("b");
        assertThat(device.get(col() + "?newer=" + third).strings("/items")).isEmpty();
        assertThat(device.get(col() + "?ids=a,%20c,zzz").strings("/items")).containsExactly("c", "a");
        assertThat(device.get(col() + "?ids=a%2Cb&newer=" + first).strings("/items"))
                .containsExactly("b");
        assertThat(second).isGreaterThan(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newer=x",
                "newer=-1",
                "newer=",
                "older=1.5",
                "older=99999999999999999999",
                "limit=0",
                "limit=-1",
                "limit=x",
                "limit=99999999999999999999",
                "sort=best",
                "sort=",
                "offset=",
                "offset=abcdefghij",
                "offset=%00",
                "ids=",
                "ids=a,,b",
                "ids=a%00"
            })
    void aBadParameterIsNamed(String query) {
        device.put(col() + "/a", "{\"payload\":\"\"}");

        var answer = device.get(col() + "?" + query).expect(400);

        assertThat(answer.json().get("status").asString()).isEqualTo("error");
        assertThat(answer.json().at("/errors/0/location").asString()).isEqualTo("querystring");
        assertThat(answer.json().at("/errors/0/name").asString()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void moreThanAHundredIdsAreRefused() {
        var ids = IntStream.range(0, 101).mapToObj(Integer::toString).collect(Collectors.joining(","));
        device.put(col() + "/1", "{\"payload\":\"\"}");

        device.get(col() + "?ids=" + ids).expect(400);
        device.delete(col() + "?ids=" + ids).expect(400);
        device.get(col() + "?ids=" + ids.substring(0, ids.lastIndexOf(','))).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest", "index"})
    void pagesOfAnySizeShowEachRecordOnceAndInOrder(String sort) {
        for (var i = 0; i < 4; i++) {
            var some = i;
            device.post(
                    col(),
                    IntStream.range(0, 5)
                            .mapToObj(n -> "{\"id\":\"r" + some + n + "\"" + (n < 3 ? ",\"sortindex\":" + n : "") + "}")
                            .collect(Collectors.joining(",", "[", "]")));
        }
        var whole = device.get(col() + "?sort=" + sort).strings("/items");

        var paged = new ArrayList<String>();
        var page = device.get(col() + "?limit=3&sort=" + sort).expect(200);
        paged.addAll(page.strings("/items"));
        for (var n = 1; page.header("X-Next-Offset").isPresent(); n++) {
            var token = page.header("X-Next-Offset").orElseThrow();
            assertThat(token).matches("[A-Za-z0-9_-]+");
            page = device.get(
                            col() + "?limit=" + n + "&sort=" + sort + "&offset=" + token,
                            UNMODIFIED,
                            Long.toString(page.version()))
                    .expect(200);
            paged.addAll(page.strings("/items"));
        }

        assertThat(whole).hasSize(20).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void aTokenServesOnlyItsOrder() {
        device.post(col(), "[{\"id\":\"a\"},{\"id\":\"b\"}]");
        var token = device.get(col() + "?limit=1&sort=oldest")
                .header("X-Next-Offset")
                .orElseThrow();

        device.get(col() + "?sort=newest&offset=" + token).expect(400);
        assertThat(device.get(col() + "?sort=oldest&offset=" + token).strings("/items"))
                .containsExactly("b");
    }

    @Test
    void sortindexOrdersHighestFirstAndNoneLast() {
        device.post(
                col(),
                "[{\"id\":\"none\"},{\"id\":\"zero\",\"sortindex\":0},{\"id\":\"nine\",\"sortindex\":999999999}]");

        assertThat(device.get(col() + "?sort=index").strings("/items")).containsExactly("nine", "zero", "none");
    }

    @Test
    void readingStopsAtItsPreconditions() {
        var version = device.post(col(), "[{\"id\":\"a\"}]").version();

        var same = device.get(col(), MODIFIED, Long.toString(version)).expect(304);
        assertThat(same.version()).isEqualTo(version);
        assertThat(same.body()).isEmpty();
        device.get(col(), MODIFIED, Long.toString(version - 1)).expect(200);
        device.get(col(), UNMODIFIED, Long.toString(version)).expect(200);
        assertThat(device.get(col(), UNMODIFIED, Long.toString(version - 1))
                        .expect(412)
                        .version())
                .isEqualTo(version);
        device.get(col(), MODIFIED, "1", UNMODIFIED, "1").expect(400);
        for (var bad : List.of("abc", "-3", "1.5", "99999999999999999999")) {
            device.get(col(), MODIFIED, bad).expect(400);
            assertThat(device.get(col(), UNMODIFIED, bad)
                            .expect(400)
                            .json()
                            .at("/errors/0/name")
                            .asString())
                    .isEqualTo(UNMODIFIED);
        }
    }

    @Test
    void writingStopsAtItsPrecondition() {
        var version = device.post(col(), "[{\"id\":\"a\"}]", UNMODIFIED, "0")
                .expect(200)
                .version();

        var stale = Long.toString(version - 1);
        device.post(col(), "[{\"id\":\"b\"}]", UNMODIFIED, "0").expect(412);
        assertThat(device.post(col(), "[{\"id\":\"b\"}]", UNMODIFIED, stale)
                        .expect(412)
                        .version())
                .isEqualTo(version);
        device.delete(col(), UNMODIFIED, stale).expect(412);
        device.delete(col() + "?ids=a", UNMODIFIED, stale).expect(412);
        device.delete(device.path20("/storage"), UNMODIFIED, stale).expect(412);
        assertThat(device.get(col()).strings("/items")).containsExactly("a");
        assertThat(device.get(col()).version()).isEqualTo(version);
        device.post(col(), "[{\"id\":\"b\"}]", UNMODIFIED, Long.toString(version))
                .expect(200);
    }

    @Test
    void anEmptyPostMakesTheCollectionAndRaisesTheVersion() {
        var first = device.post(col(), "[]").expect(200).version();

        assertThat(device.get(col()).expect(200).strings("/items")).isEmpty();
        assertThat(device.post(col(), "[{\"id\":\"a\",\"ttl\":-1}]").expect(200).version())
                .isGreaterThan(first);
    }

    @Test
    void deletingRaisesTheVersion() {
        var post = device.post(col(), "[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]")
                .expect(200);

        var one = device.delete(col() + "/a").expect(204);
        var ids = device.delete(col() + "?ids=b,x").expect(204);
        var none = device.delete(col() + "?ids=x").expect(204);
        assertThat(device.get(col()).strings("/items")).containsExactly("c");
        var all = device.delete(col()).expect(204);

        assertThat(List.of(post, one, ids, none, all).stream()
                        .map(Answer::version)
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(device.get(device.path20("/info/collections")).version()).isEqualTo(all.version());
        device.get(col()).expect(404);
        device.delete(col()).expect(404);
        device.delete(col() + "?ids=a").expect(404);
        device.delete(col() + "/a").expect(404);
    }

    @Test
    void anEmptiedCollectionStays() {
        device.post(col(), "[{\"id\":\"a\"}]");
        var version = device.delete(col() + "?ids=a").version();

        assertThat(device.get(col()).expect(200).strings("/items")).isEmpty();
        assertThat(device.get(device.path20("/info/collections"))
                        .json()
                        .get("col")
                        .asLong())
                .isEqualTo(version);
    }

    @Test
    void deletingEverythingKeepsTheClock() {
        clock.advance(Duration.ofDays(1));
        device.post(col(), "[{\"id\":\"a\"}]");
        device.put(device.path20("/storage/other/x"), "{\"payload\":\"\"}");

        var wiped = device.delete(device.path20("/storage")).expect(204);
        clock.reset();

        assertThat(device.get(device.path20("/info/collections")).json().isEmpty())
                .isTrue();
        device.get(col()).expect(404);
        assertThat(device.post(col(), "[]").version()).isGreaterThan(wiped.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a%20b", "%C3%A9", "123456789012345678901234567890123"})
    void aCollectionWithSuchANameIsNotMade(String name) {
        var path = device.path20("/storage/" + name);

        assertThat(device.post(path, "[{\"id\":\"a\"}]").status()).isEqualTo(400);
        assertThat(device.put(path + "/a", "{\"payload\":\"\"}").status()).isEqualTo(400);
        device.get(path).expect(404);
        assertThat(device.get(device.path20("/info/collections")).json().isEmpty())
                .isTrue();
    }

    @Test
    void aLargeCollectionComesWhole() {
        var payload = "p".repeat(250_000);
        for (var i = 0; i < 10; i++) {
            device.post(
                            col(),
                            "[{\"id\":\"a" + i + "\",\"payload\":\"" + payload + "\"},{\"id\":\"b" + i
                                    + "\",\"payload\":\"" + payload + "\"}]")
                    .expect(200);
        }

        var all = device.get(col() + "?full=1&sort=oldest").expect(200);
        assertThat(all.number("X-Num-Records")).isEqualTo(20);
        assertThat(all.json().at("/items")).hasSize(20);
        assertThat(all.header("X-Next-Offset")).isEmpty();

        var page = device.get(col() + "?full=1&sort=oldest&limit=20").expect(200);
        assertThat(page.json().at("/items").size()).isLessThan(20).isEqualTo((int) page.number("X-Num-Records"));
        assertThat(page.header("X-Next-Offset")).isPresent();
    }
}
