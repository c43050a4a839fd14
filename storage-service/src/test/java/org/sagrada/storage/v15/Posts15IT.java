package org.sagrada.storage.v15;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many records in one request, and batches of several. */
class Posts15IT extends Protocol15IT {

    @ParameterizedTest
    @CsvSource({
        "X-Weave-Records,1001,17",
        "X-Weave-Bytes,99999999,17",
        "X-Weave-Records,x,1",
        "X-Weave-Total-Records,1,1"
    })
    void whatIsAnnouncedIsCheckedFirst(String header, String value, String code) {
        assertThat(device.post(col(), "[{\"id\":\"a\"}]", header, value)
                        .expect(400)
                        .body())
                .isEqualTo(code);
        assertThat(device.get(col()).body()).isEqualTo("[]");
        assertThat(device.post(col() + "?batch=true", "[]", "X-Weave-Total-Records", "10001")
                        .expect(400)
                        .body())
                .isEqualTo("17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Weave-Total-Records", "X-Weave-Total-Bytes"})
    void aTotalOfNothingIsNone(String header) {
        assertThat(device.post(col() + "?batch=true", "[]", header, "0")
                        .expect(400)
                        .body())
                .isEqualTo("1");
    }

    @Test
    void aRecordThatABatchHasTwiceHasTheLastValueOfEachField() {
        var batch = begin("[{\"id\":\"a\",\"payload\":\"1\",\"sortindex\":1,\"ttl\":10}]");
        device.post(col() + "?batch=" + batch, "[{\"id\":\"a\",\"payload\":\"2\",\"ttl\":20}]")
                .expect(202);
        device.post(col() + "?batch=" + batch + "&commit=true", "[{\"id\":\"a\",\"payload\":\"3\"}]")
                .expect(200);

        var record = device.get(col() + "/a").json();
        assertThat(record.get("payload").asString()).isEqualTo("3");
        assertThat(record.get("sortindex").asInt()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(19));
        device.get(col() + "/a").expect(200);
        clock.advance(Duration.ofSeconds(2));
        device.get(col() + "/a").expect(404);
    }

    @Test
    void aPostTakesAThousandRecordsAndNotOneMore() {
        var thousand = device.post(col(), records(1000)).expect(200);
        assertThat(thousand.strings("/success")).hasSize(1000);
        assertThat(thousand.json().get("failed")).isEmpty();

        var more = device.post(col(), records(1001)).expect(200);
        assertThat(more.strings("/success")).hasSize(1000);
        assertThat(more.json().get("failed").has("r1000")).isTrue();
    }

    @Test
    void aBatchBecomesVisibleAsOne() {
        var before = device.put(col() + "/old", "{\"payload\":\"old\",\"sortindex\":3}")
                .body();

        var begun = device.post(
                        col() + "?batch=true",
                        "[{\"id\":\"a\",\"payload\":\"1\"},{\"id\":\"bad\",\"ttl\":-1}]",
                        UNMODIFIED,
                        before)
                .expect(202);
        var batch = begun.json().get("batch").asString();
        assertThat(begun.strings("/success")).containsExactly("a");
        assertThat(begun.json().at("/failed").has("bad")).isTrue();
        assertThat(modified(begun)).isEqualTo(before);
        device.post(
                        col() + "?batch=" + batch,
                        "[{\"id\":\"b\",\"ttl\":10},{\"id\":\"old\",\"payload\":\"new\"}]",
                        UNMODIFIED,
                        before)
                .expect(202);
        assertThat(device.get(col()).body()).isEqualTo("[\"old\"]");
        clock.advance(Duration.ofSeconds(60));
        var committed = device.post(
                        col() + "?batch=" + batch + "&commit=true",
                        "[{\"id\":\"c\"},{\"id\":\"a\",\"payload\":\"2\"}]",
                        UNMODIFIED,
                        before)
                .expect(200);

        assertThat(committed.json().has("modified")).isTrue();
        assertThat(device.get(col() + "?newer=" + before + "&sort=oldest").body())
                .isEqualTo("[\"a\",\"b\",\"c\",\"old\"]");
        for (var id : List.of("a", "b", "c", "old")) {
            assertThat(modified(device.get(col() + "/" + id))).isEqualTo(modified(committed));
        }
        assertThat(device.get(col() + "/a").json().get("payload").asString()).isEqualTo("2");
        assertThat(device.get(col() + "/old").json().get("sortindex").asInt()).isEqualTo(3);
        clock.advance(Duration.ofSeconds(11));
        device.get(col() + "/b").expect(404);
        device.post(col() + "?batch=" + batch + "&commit=true", "[]").expect(400);
        device.post(col() + "?batch=" + batch, "[{\"id\":\"z\"}]").expect(400);
    }

    @Test
    void aBatchIsOfOneUserAndOneCollectionAndExpires() {
        var batch = begin("[{\"id\":\"a\"}]");

        device.post(device.path15("/storage/other?batch=" + batch + "&commit=true"), "[]")
                .expect(400);
        var stranger = newDevice();
        stranger.post(stranger.path15("/storage/col?batch=" + batch + "&commit=true"), "[]")
                .expect(400);
        clock.advance(Duration.ofHours(2));
        device.post(col() + "?batch=" + batch + "&commit=true", "[]").expect(400);
        assertThat(device.get(col()).body()).isEqualTo("[]");
    }

    @Test
    void aBatchStopsWhenAnotherDeviceWasFaster() {
        var batch = begin("[{\"id\":\"a\"}]", UNMODIFIED, "0");
        device.put(col() + "/x", "{\"payload\":\"\"}").expect(200);

        device.post(col() + "?batch=" + batch, "[{\"id\":\"b\"}]", UNMODIFIED, "0")
                .expect(412);
        device.post(col() + "?batch=" + batch + "&commit=true", "[]", UNMODIFIED, "0")
                .expect(412);
        assertThat(device.get(col()).body()).isEqualTo("[\"x\"]");
    }

    @Test
    void aBatchHasItsTotals() {
        var batch = begin("[]");
        jdbc.sql("UPDATE storage.batch SET records = 9850 WHERE user_id = ?")
                .param(device.user())
                .update();

        device.post(col() + "?batch=" + batch, records(100)).expect(202);
        assertThat(device.post(col() + "?batch=" + batch, records(100))
                        .expect(400)
                        .body())
                .isEqualTo("17");
        device.post(col() + "?batch=" + batch + "&commit=true", "[]").expect(200);
        assertThat(device.get(col()).json()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit=true",
                "batch=true&commit=false",
                "batch=true&commit=",
                "batch=nonsense",
                "batch=%27%3B--"
            })
    void oddBatchParametersAreRefused(String query) {
        device.post(col() + "?" + query, "[{\"id\":\"a\"}]").expect(400);
        assertThat(device.get(col()).body()).isEqualTo("[]");
    }

    @Test
    void aBatchInOneRequestIsAPlainPost() {
        var post = device.post(col() + "?batch=true&commit=true", "[{\"id\":\"a\"}]")
                .expect(200);

        assertThat(post.json().has("modified")).isTrue();
        assertThat(device.get(col()).body()).isEqualTo("[\"a\"]");
    }

    /** Begins a batch with a first post; its id. */
    private String begin(String records, String... headers) {
        return device.post(col() + "?batch=true", records, headers)
                .expect(202)
                .json()
                .get("batch")
                .asString();
    }

    private static String records(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"id\":\"r" + number + "\",\"payload\":\"\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
