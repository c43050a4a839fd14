package org.sagrada.token.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sagrada.testkit.RawHttp;
import org.sagrada.token.ServiceTest;
import org.springframework.boot.test.web.server.LocalManagementPort;

class TokenStatusIT extends ServiceTest {

    @LocalManagementPort
    private int port;

    @Test
    void showsHowFullTheNodesAre() {
        addNode("https://half.example.org", 10, 5);
        database.sql("UPDATE node SET draining = true WHERE url = 'https://half.example.org'")
                .update();
        assertThat(new RawHttp(port).request("GET", "/status").body())
                .contains(
                        "<td>https://half.example.org</td><td class=\"number\">5</td><td class=\"number\">10</td>"
                                + "<td class=\"number\">50.0 %</td><td>draining</td>",
                        "<td>records of users, replaced ones included</td>");
    }
}
