package org.sagrada.pidp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.pidp.ConnectedPidpIT;
import org.sagrada.pidp.PidpClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A server that takes no new accounts. */
@ConnectedPidpIT
@TestPropertySource(properties = "sagrada.pidp.sign-up.mode=closed")
class ClosedServerIT {

    @Autowired
    private PidpClient client;

    @Test
    void makesNoAccountWhateverIsSent() {
        var email = PidpClient.newAddress();
        var authPw = QuickStretch.v1(email, "secret").authPw().toHex();

        for (var body : List.of(
                Map.of("email", email, "authPW", authPw),
                Map.of("email", email, "authPW", authPw, "invite", "0123456789abcdef"))) {
            var answer = client.post("/v1/account/create", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errno()).isEqualTo(125);
            assertThat(answer.text("message")).isEqualTo("This server takes no new accounts.");
        }
        assertThat(client.login(email, "secret").errno()).isEqualTo(102);
    }
}
