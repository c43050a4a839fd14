package org.sagrada.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sagrada.testkit.RawAnswer;

class RoutesIT extends StorageIT {

    @Test
    void optionsIsAMethodThatNoPathKnows() {
        var of20 = raw.request("OPTIONS", device.path20("/storage/col/a"));
        assertThat(of20.status()).isEqualTo(405);
        assertThat(of20.header("Allow")).hasValue("DELETE, GET, HEAD, POST, PUT");
        assertThat(of20.header("X-Timestamp")).isPresent();
        assertThat(of20.body()).startsWith("{\"status\":\"error\"");

        var of15 = raw.request("OPTIONS", device.path15(""));
        assertThat(of15.status()).isEqualTo(405);
        assertThat(of15.header("Allow")).hasValue("DELETE");
        assertThat(of15.body()).isEqualTo("1");
        assertThat(raw.request("OPTIONS", "/2.0/1/nothing").status()).isEqualTo(404);
    }

    @Test
    void nobodyIsAskedToShareWithOtherOrigins() {
        var preflight = preflight(device.path15("/storage/col"));

        assertThat(preflight.status()).isEqualTo(405);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight.header("Allow")).hasValue("DELETE, GET, HEAD, POST");
        assertThat(preflight.body()).isEqualTo("1");
    }

    private RawAnswer preflight(String path) {
        return raw.send("OPTIONS " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://example.org\r\n"
                + "Access-Control-Request-Method: GET\r\nConnection: close\r\n\r\n");
    }
}
