package org.sagrada.pidp.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sagrada.model.onepw.TokenKind.KEY_FETCH;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_FORGOT;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.ConnectedPidpIT;
import org.sagrada.pidp.OutsideWorld;
import org.sagrada.pidp.PidpClient;
import org.springframework.beans.factory.annotation.Autowired;

@ConnectedPidpIT
class MailIT {

    @Autowired
    private PidpClient client;

    @Test
    void keepsKeysBackUntilTheAddressIsVerifiedByWhatWasMailed() throws MessagingException, IOException {
        var account = client.signUp();
        assertThat(client.get("/v1/session/status", SESSION, account.sessionToken())
                        .text("state"))
                .isEqualTo("unverified");
        var early = client.get("/v1/account/keys", KEY_FETCH, account.keyFetchToken());
        assertThat(early.errno()).isEqualTo(104);
        var unsigned = client.post("/v1/certificate/sign", Map.of(), SESSION, account.sessionToken());
        assertThat(unsigned.errno()).isEqualTo(104);

        var mail = await().until(() -> newest(account.email(), "verifyEmail"), Optional::isPresent)
                .orElseThrow();
        assertThat(mail.getSubject()).isEqualTo("Confirm your address");
        assertThat(mail.getHeader("X-Uid", null)).isEqualTo(account.uid());
        var code = mail.getHeader("X-Verify-Code", null);
        assertThat(mail.getHeader("X-Link", null))
                .isEqualTo("https://accounts.example.org/pidp/verify_email?uid=" + account.uid() + "&code=" + code);
        assertThat(mail.getContentType()).startsWith("multipart/");
        assertThat(body(mail)).contains(code, "text/plain", "text/html", account.email());

        var verified = client.post("/v1/recovery_email/verify_code", Map.of("uid", account.uid(), "code", code));
        assertThat(verified.status()).isEqualTo(200);
        assertThat(client.get("/v1/recovery_email/status", SESSION, account.sessionToken())
                        .json()
                        .get("verified")
                        .booleanValue())
                .isTrue();
        assertThat(client.get("/v1/account/keys", KEY_FETCH, account.keyFetchToken())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsTheOwnerOfAnAddressReplaceAnAccountThatNeverProvedIt() {
        var squatter = client.signUp();
        var owner = client.signUp(squatter.email(), "another password");
        assertThat(owner.uid()).isNotEqualTo(squatter.uid());
        assertThat(client.login(squatter.email(), squatter.password()).errno()).isEqualTo(103);
        assertThat(client.get("/v1/session/status", SESSION, squatter.sessionToken())
                        .errno())
                .isEqualTo(110);
    }

    @Test
    void writesInTheReadersLanguage() throws MessagingException {
        var email = PidpClient.newAddress();
        client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + client.port() + "/v1/account/create"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "de-AT, en;q=0.5")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"" + email + "\",\"authPW\":\"" + "0".repeat(64) + "\"}"))
                .build());
        var mail = await().until(() -> newest(email, "verifyEmail"), Optional::isPresent)
                .orElseThrow();
        assertThat(mail.getSubject()).isEqualTo("Bestätigen Sie Ihre Adresse");
    }

    @Test
    void verifiesTheAddressOfWhoResetsAPasswordByMail() throws MessagingException {
        var account = client.signUp();
        var token = client.post("/v1/password/forgot/send_code", Map.of("email", account.email()))
                .text("passwordForgotToken");
        var mail = await().until(() -> newest(account.email(), "resetPassword"), Optional::isPresent)
                .orElseThrow();
        assertThat(mail.getHeader("X-Link", null)).contains("token=" + token, "emailToHashWith=");
        var code = mail.getHeader("X-Recovery-Code", null);
        assertThat(client.post("/v1/password/forgot/verify_code", Map.of("code", code), PASSWORD_FORGOT, token)
                        .json()
                        .has("accountResetToken"))
                .isTrue();
        assertThat(client.login(account.email(), account.password())
                        .json()
                        .get("emailVerified")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void mailsAnAddressOnlySoOftenForOneClient() {
        var account = client.signUp();
        for (var i = 0; i < 5; i++) {
            assertThat(resend(account).status()).isEqualTo(200);
        }
        assertThat(resend(account).errno()).isEqualTo(114);
        assertThat(resend(client.signUp()).status()).isEqualTo(200);
    }

    private Answer resend(PidpClient.SignedUp account) {
        return client.post("/v1/recovery_email/resend_code", Map.of(), SESSION, account.sessionToken());
    }

    private static Optional<MimeMessage> newest(String recipient, String template) throws MessagingException {
        return Arrays.stream(OutsideWorld.MAIL.getReceivedMessages())
                .filter(mail -> isFor(mail, recipient, template))
                .reduce((older, newer) -> newer);
    }

    private static boolean isFor(MimeMessage mail, String recipient, String template) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(recipient)
                    && template.equals(mail.getHeader("X-Template-Name", null));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(MimeMessage mail) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
