package org.sagrada.pidp.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagrada.pidp.ConnectedPidpIT;
import org.sagrada.pidp.OutsideWorld;
import org.sagrada.pidp.PidpClient;
import org.sagrada.testkit.RawHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

@ConnectedPidpIT
class PidpStatusIT {

    @Autowired
    private PidpClient client;

    @LocalManagementPort
    private int port;

    @Test
    void showsHowMuchIsKeptAndWhatWaits() {
        var account = client.signUp();
        var gone = client.signUp();
        client.post(
                "/v1/account/destroy",
                Map.of("email", gone.email(), "authPW", gone.stretch().authPw().toHex()));
        var page = new RawHttp(port).request("GET", "/status").body();
        assertThat(page)
                .containsPattern("<td>accounts</td><td class=\"number\">[1-9][0-9,]*</td>")
                .containsPattern("<td>sessions</td><td class=\"number\">[1-9][0-9,]*</td>")
                // Whoever hangs has taken nothing.
                .containsPattern("<td>" + OutsideWorld.hangingReceiverUrl() + "</td><td class=\"number\">[1-9]")
                .doesNotContain(account.email(), account.uid());
    }
}
