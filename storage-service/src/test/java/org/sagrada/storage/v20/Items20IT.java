package org.sagrada.storage.v20;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.storage.StorageIT;

class Items20IT extends StorageIT {

    private static final String UNMODIFIED = "X-If-Unmodified-Since-Version";

    private String item() {
        return device.path20("/storage/col/abc");
    }

    @Test
    void aWriteWithBothPreconditionsIsRefused() {
        assertThat(device.put(
                                item(),
                                "{\"payload\":\"\"}",
                                "X-If-Modified-Since-Version",
                                "0",
                                "X-If-Unmodified-Since-Version",
                                "0")
                        .expect(400)
                        .json()
                        .at("/errors/0/reason")
                        .asString())
                .isEqualTo("unexpected");
        device.get(item()).expect(404);
    }

    @Test
    void aRecordGoesInAndComesBack() {
        var put = device.put(item(), "{\"payload\":\"hällo \\\"x\\\" 🎉\",\"sortindex\":7}")
                .expect(201);
        var got = device.get(item()).expect(200);

        assertThat(put.body()).isEmpty();
        assertThat(got.json().get("payload").asString()).isEqualTo("hällo \"x\" 🎉");
        assertThat(got.json().get("sortindex").asInt()).isEqualTo(7);
        assertThat(got.version()).isEqualTo(put.version());
        assertThat(got.json().get("version").asLong()).isEqualTo(put.version());
        assertThat(got.json().get("timestamp").asLong()).isEqualTo(put.number("X-Timestamp"));
    }

    @Test
    void puttingReplacesAndPostingMerges() {
        device.put(item(), "{\"payload\":\"one\",\"sortindex\":7,\"ttl\":1000}").expect(201);

        device.post(item(), "{\"payload\":\"two\"}").expect(204);
        assertThat(device.get(item()).json().get("sortindex").asInt()).isEqualTo(7);
        var version = device.post(item(), "{\"sortindex\":8}").expect(204).version();
        assertThat(device.get(item()).json().get("payload").asString()).isEqualTo("two");
        assertThat(device.get(item()).version()).isEqualTo(version);
        device.put(item(), "{\"payload\":\"three\"}").expect(204);
        assertThat(device.get(item()).json().has("sortindex")).isFalse();
        device.post(device.path20("/storage/col/new"), "{}").expect(201);
        assertThat(device.get(device.path20("/storage/col/new"))
                        .json()
                        .get("payload")
                        .asString())
                .isEmpty();
    }

    @Test
    void nullResetsAField() {
        device.put(item(), "{\"payload\":\"one\",\"sortindex\":7,\"ttl\":10}").expect(201);

        device.post(item(), "{\"payload\":null,\"sortindex\":null,\"ttl\":null}")
                .expect(204);
        clock.advance(Duration.ofSeconds(20));

        var record = device.get(item()).expect(200).json();
        assertThat(record.get("payload").asString()).isEmpty();
        assertThat(record.has("sortindex")).isFalse();
    }

    @Test
    void whatAClientSaysOfVersionAndTimeIsIgnored() {
        var put = device.put(item(), "{\"id\":\"abc\",\"payload\":\"\",\"version\":1,\"timestamp\":1}")
                .expect(201);

        assertThat(device.get(item()).json().get("version").asLong()).isEqualTo(put.version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"payload\":1}",
                "{\"payload\":\"\",\"sortindex\":\"7\"}",
                "{\"payload\":\"\",\"sortindex\":2.6}",
                "{\"payload\":\"\",\"sortindex\":-42}",
                "{\"payload\":\"\",\"sortindex\":1000000000}",
                "{\"payload\":\"\",\"sortindex\":1e400}",
                "{\"payload\":\"\",\"ttl\":-1}",
                "{\"payload\":\"\",\"ttl\":true}",
                "{\"payload\":\"\",\"unknown\":1}",
                "{\"payload\":\"\",\"unknown\":null}",
                "{\"payload\":\"\",\"id\":\"a b\"}",
                "{\"payload\":[]}",
                "{\"payload\":\"\"}{}",
                "{\"sortindex\":1}"
            })
    void aBadRecordChangesNothing(String body) {
        var answer = device.put(item(), body).expect(400);

        assertThat(answer.json().at("/errors/0/location").asString()).isEqualTo("body");
        assertThat(answer.json().at("/errors/0/name").asString()).isEqualTo("bso");
        assertThat(device.get(device.path20("/info/collections")).json().isEmpty())
                .isTrue();
    }

    @Test
    void anIdThatIsTooLongCannotBeWritten() {
        var path = device.path20("/storage/col/" + "x".repeat(65));

        assertThat(device.put(path, "{\"payload\":\"\"}")
                        .expect(400)
                        .json()
                        .at("/errors/0/name")
                        .asString())
                .isEqualTo("bso");
        device.get(path).expect(404);
        device.delete(path).expect(404);
        device.put(device.path20("/storage/col/" + "x".repeat(64)), "{\"payload\":\"\"}")
                .expect(201);
    }

    @Test
    void aPayloadHasALimitInBytes() {
        device.put(item(), "{\"payload\":\"" + "x".repeat(262_144) + "\"}").expect(201);
        device.put(item(), "{\"payload\":\"" + "é".repeat(131_073) + "\"}").expect(413);

        assertThat(device.get(item()).json().get("payload").asString()).hasSize(262_144);
    }

    @Test
    void theTypesOfAnItemAreJson() {
        device.put(item(), "{\"payload\":\"\"}", "Content-Type", "application/newlines")
                .expect(415);
        device.put(item(), "{\"payload\":\"\"}", "Content-Type", "Application/JSON; charset=latin1")
                .expect(201);
        assertThat(device.get(item(), "Accept", "application/newlines")
                        .expect(406)
                        .json()
                        .at("/errors/0/name")
                        .asString())
                .isEqualTo("Accept");
    }

    @Test
    void preconditionsSpeakOfTheItem() {
        var version = device.put(item(), "{\"payload\":\"\"}", UNMODIFIED, "0")
                .expect(201)
                .version();
        device.put(device.path20("/storage/col/other"), "{\"payload\":\"\"}").expect(201);

        device.put(item(), "{\"payload\":\"x\"}", UNMODIFIED, "0").expect(412);
        device.get(item(), UNMODIFIED, Long.toString(version)).expect(200);
        device.get(item(), "X-If-Modified-Since-Version", Long.toString(version))
                .expect(304);
        var next = device.post(item(), "{\"payload\":\"x\"}", UNMODIFIED, Long.toString(version))
                .expect(204)
                .version();
        device.delete(item(), UNMODIFIED, Long.toString(version)).expect(412);
        device.get(item(), UNMODIFIED, Long.toString(version)).expect(412);
        device.delete(item(), UNMODIFIED, Long.toString(next)).expect(204);
        device.get(item()).expect(404);
    }

    @Test
    void anExpiredRecordIsAbsentEverywhereAndNeverComesBack() {
        device.put(item(), "{\"payload\":\"old\",\"sortindex\":5,\"ttl\":10}").expect(201);
        device.post(item(), "{\"payload\":\"still old\"}").expect(204);
        clock.advance(Duration.ofSeconds(9));
        device.get(item()).expect(200);
        clock.advance(Duration.ofSeconds(1));

        device.get(item()).expect(404);
        device.delete(item()).expect(404);
        var col = device.path20("/storage/col");
        assertThat(device.get(col).expect(200).strings("/items")).isEmpty();
        assertThat(device.get(col).number("X-Num-Records")).isZero();
        assertThat(device.get(device.path20("/info/collection_counts"))
                        .json()
                        .get("col")
                        .asInt())
                .isZero();
        assertThat(device.get(device.path20("/info/collections")).json().has("col"))
                .isTrue();
        device.post(item(), "{\"ttl\":100}", UNMODIFIED, "0").expect(201);
        assertThat(device.get(item()).json().get("payload").asString()).isEmpty();
        assertThat(device.get(item()).json().has("sortindex")).isFalse();
    }

    @Test
    void aTtlOfZeroIsGoneAtOnce() {
        device.put(item(), "{\"payload\":\"x\"}").expect(201);
        device.post(item(), "{\"ttl\":0}").expect(204);

        device.get(item()).expect(404);
    }

    @Test
    void headIsGetWithoutABody() {
        device.put(item(), "{\"payload\":\"x\"}").expect(201);

        var head = device.send("HEAD", item(), null).expect(200);

        assertThat(head.body()).isEmpty();
        assertThat(head.version()).isEqualTo(device.get(item()).version());
    }
}
