package org.sagrada.storage.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sagrada.storage.StorageIT;
import org.sagrada.testkit.RawHttp;
import org.springframework.boot.test.web.server.LocalManagementPort;

class StorageStatusIT extends StorageIT {

    @LocalManagementPort
    private int port;

    @Test
    void showsHowMuchIsKept() {
        device.put(device.path20("/storage/col/a"), "{\"payload\":\"\"}").expect(201);
        assertThat(new RawHttp(port).request("GET", "/status").body())
                .containsPattern("<td>users</td><td class=\"number\">[1-9][0-9,]*</td>")
                .containsPattern("<td>records(, about)?</td><td class=\"number\">[1-9][0-9,]*</td>");
    }
}
