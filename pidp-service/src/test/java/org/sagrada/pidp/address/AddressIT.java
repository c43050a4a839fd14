package org.sagrada.pidp.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class AddressIT {

    @Autowired
    private PidpClient client;

    @Test
    void changesTheAddressToSignInWithAndKeepsThePassword() {
        var account = client.signUp();
        var next = PidpClient.newAddress();
        assertThat(post("/v1/recovery_email", next, account).status()).isEqualTo(200);
        assertThat(client.login(next, account.password()).errno()).isEqualTo(142);
        assertThat(post("/v1/recovery_email/set_primary", next, account).status())
                .isEqualTo(200);
        assertThat(client.get("/v1/recovery_email/status", SESSION, account.sessionToken())
                        .text("email"))
                .isEqualTo(next);

        var refused = client.login(next, account.password());
        assertThat(refused.errno()).isEqualTo(120);
        assertThat(refused.text("email")).isEqualTo(account.email());
        var retried = client.post(
                "/v1/account/login",
                Map.of(
                        "email", account.email(),
                        "originalLoginEmail", next,
                        "authPW",
                                QuickStretch.v1(account.email(), account.password())
                                        .authPw()
                                        .toHex()));
        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.text("uid")).isEqualTo(account.uid());
    }

    @Test
    void keepsAnAddressToOneAccount() {
        var account = client.signUp();
        var other = client.signUp();
        var shared = PidpClient.newAddress();
        assertThat(post("/v1/recovery_email", other.email(), account).errno()).isEqualTo(140);
        assertThat(post("/v1/recovery_email", account.email(), account).errno()).isEqualTo(139);
        post("/v1/recovery_email", shared, account);
        assertThat(post("/v1/recovery_email", shared, account).errno()).isEqualTo(189);
        assertThat(post("/v1/recovery_email", shared, other).errno()).isEqualTo(136);
        assertThat(client.post("/v1/account/create", Map.of("email", shared, "authPW", "00".repeat(32)))
                        .errno())
                .isEqualTo(144);
    }

    @Test
    void removesFurtherAddressesOnly() {
        var account = client.signUp();
        var further = PidpClient.newAddress();
        post("/v1/recovery_email", further, account);
        assertThat(post("/v1/recovery_email/destroy", account.email(), account).errno())
                .isEqualTo(137);
        assertThat(post("/v1/recovery_email/destroy", further, account).status())
                .isEqualTo(200);
        assertThat(post("/v1/recovery_email/destroy", further, account).errno()).isEqualTo(143);
        assertThat(client.get("/v1/recovery_emails", SESSION, account.sessionToken())
                        .json())
                .hasSize(1);
    }

    @Test
    void tellsWhatIsVerified() {
        var account = client.signUp();
        var status = client.get("/v1/recovery_email/status", SESSION, account.sessionToken());
        assertThat(status.json().get("verified").booleanValue()).isTrue();
        assertThat(client.post("/v1/recovery_email/verify_code", Map.of("uid", account.uid(), "code", "0".repeat(32)))
                        .errno())
                .isEqualTo(105);
        assertThat(client.post("/v1/recovery_email/resend_code", Map.of(), SESSION, account.sessionToken())
                        .body())
                .isEqualTo("{}");
    }

    private Answer post(String path, String email, PidpClient.SignedUp account) {
        return client.post(path, Map.of("email", email), SESSION, account.sessionToken());
    }
}
