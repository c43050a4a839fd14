package org.sagrada.storage.v20;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.storage.StorageIT;

class Info20IT extends StorageIT {

    @Test
    void theNumbersTellWhatIsStored() {
        device.post(
                device.path20("/storage/one"), "[{\"id\":\"a\",\"payload\":\"éé\"},{\"id\":\"b\",\"payload\":\"x\"}]");
        var version = device.put(device.path20("/storage/two/a"), "{\"payload\":\"12345\"}")
                .version();

        assertThat(device.get(device.path20("/info/collection_counts")).json().toString())
                .isEqualTo("{\"one\":2,\"two\":1}");
        assertThat(device.get(device.path20("/info/collection_usage")).json().toString())
                .isEqualTo("{\"one\":5,\"two\":5}");
        var quota = device.get(device.path20("/info/quota")).expect(200);
        assertThat(quota.json().toString()).isEqualTo("{\"usage\":10,\"quota\":null}");
        assertThat(quota.version()).isEqualTo(version);
        device.put(device.path20("/storage/two/a"), "{\"payload\":\"1\"}");
        device.delete(device.path20("/storage/one/a"));
        assertThat(device.get(device.path20("/info/quota")).json().get("usage").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collections", "quota", "collection_usage", "collection_counts"})
    void preconditionsSpeakOfTheStore(String what) {
        var path = device.path20("/info/" + what);
        assertThat(device.get(path).expect(200).version()).isZero();
        var version =
                device.put(device.path20("/storage/c/a"), "{\"payload\":\"\"}").version();

        assertThat(device.get(path).version()).isEqualTo(version);
        device.get(path, "X-If-Modified-Since-Version", Long.toString(version)).expect(304);
        device.get(path, "X-If-Modified-Since-Version", Long.toString(version - 1))
                .expect(200);
        device.get(path, "X-If-Unmodified-Since-Version", Long.toString(version - 1))
                .expect(412);
        device.get(path, "Accept", "application/newlines").expect(406);
        var put = device.put(path, "{}").expect(405);
        assertThat(put.header("Allow").orElseThrow()).contains("GET");
        assertThat(put.header("X-Timestamp")).isPresent();
        assertThat(put.json().get("status").asString()).isEqualTo("error");
    }

    @Test
    void theClockOfAReadIsNeverBehindAVersion() {
        clock.advance(Duration.ofHours(1));
        var put =
                device.put(device.path20("/storage/c/a"), "{\"payload\":\"\"}").expect(201);
        clock.reset();

        assertThat(device.get(device.path20("/info/collections")).number("X-Timestamp"))
                .isEqualTo(put.version() * 10);
        assertThat(device.get(device.path20("/storage/c")).number("X-Timestamp"))
                .isEqualTo(put.version() * 10);
    }
}
