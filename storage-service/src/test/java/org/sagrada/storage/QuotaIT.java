package org.sagrada.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "sagrada.storage.quota=1000B")
class QuotaIT extends StorageIT {

    private static String record(String id, int bytes) {
        return "{\"id\":\"" + id + "\",\"payload\":\"" + "x".repeat(bytes) + "\"}";
    }

    @Test
    void whatGoesOverTheQuotaChangesNothing() {
        var col = device.path20("/storage/col");
        var put = device.put(col + "/a", record("a", 600)).expect(201);
        assertThat(put.header("X-Quota-Remaining")).hasValue("400");

        var over = device.post(col, "[" + record("b", 300) + "," + record("c", 101) + "]")
                .expect(403);
        assertThat(over.json().get("status").asString()).isEqualTo("quota-exceeded");
        assertThat(device.put(device.path15("/storage/col/b"), record("b", 401))
                        .expect(403)
                        .body())
                .isEqualTo("14");

        assertThat(device.get(col).version()).isEqualTo(put.version());
        assertThat(device.get(col).strings("/items")).containsExactly("a");
        assertThat(device.get(device.path20("/info/quota")).json().toString())
                .isEqualTo("{\"usage\":600,\"quota\":1000}");
        assertThat(device.get(device.path15("/info/quota")).body()).isEqualTo("[0.5859375,0.9765625]");
    }

    @Test
    void whatIsReplacedOrDeletedMakesRoom() {
        var col = device.path20("/storage/col");
        device.put(col + "/a", record("a", 1000)).expect(201);

        device.put(col + "/a", record("a", 999)).expect(204);
        device.put(col + "/b", record("b", 2)).expect(403);
        device.post(col + "/a", "{\"sortindex\":1}").expect(204);
        assertThat(device.put(device.path15("/storage/col/b"), record("b", 1))
                        .expect(200)
                        .header("X-Weave-Quota-Remaining"))
                .hasValue("0");
        device.delete(col + "/a").expect(204);
        device.put(col + "/c", record("c", 999)).expect(201);
    }

    @Test
    void aBatchOverTheQuotaIsNotCommitted() {
        var col = device.path15("/storage/col");
        var batch = device.post(col + "?batch=true", "[" + record("a", 600) + "]")
                .expect(202)
                .json()
                .get("batch")
                .asString();
        device.post(col + "?batch=" + batch, "[" + record("b", 600) + "]").expect(202);

        assertThat(device.post(col + "?batch=" + batch + "&commit=true", "[]")
                        .expect(403)
                        .body())
                .isEqualTo("14");
        assertThat(device.get(col).body()).isEqualTo("[]");
    }
}
