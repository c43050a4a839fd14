package org.sagrada.browsertest.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

@PagesIT
class ResetIT {

    private static final String ANOTHER = "a wholly different password";

    private final Site site;

    ResetIT(Site site) {
        this.site = site;
    }

    @Test
    void setsANewPasswordByACodeAndSaysWhatIsLost() {
        var person = site.newPerson();
        var visitor = site.visitor();
        visitor.open("/signin");
        visitor.followLink("Forgot your password?");
        enterMailedCode(visitor, person);
        visitor.awaitHeadline("Set a new password");
        assertThat(visitor.page().locator(".notice.warning")).containsText("can never be read again");
        visitor.chooseNewPassword(ANOTHER);
        visitor.awaitHeadline("Your account");

        site.signedIn(person.withPassword(ANOTHER));
    }

    @Test
    void keepsTheDataReadableWithTheRecoveryKey() {
        var person = site.newPerson();
        var key = RecoveryKey.make(site.signedIn(person), person);
        var visitor = site.visitor();
        visitor.open("/reset_password");
        enterMailedCode(visitor, person);
        visitor.awaitHeadline("Do you have your recovery key?");
        visitor.fill("recoveryKey", "not a key").submit();
        visitor.awaitError("not a recovery key");
        visitor.fill("recoveryKey", "A" + "0".repeat(32)).submit();
        visitor.awaitError("belongs to another account");
        visitor.fill("recoveryKey", key.toLowerCase(Locale.ROOT)).submit();
        visitor.awaitHeadline("Set a new password");
        assertThat(visitor.page().locator(".notice.success")).containsText("stays readable");
        visitor.chooseNewPassword(ANOTHER);
        visitor.awaitHeadline("Your account");
    }

    @Test
    void goesOnWithoutTheRecoveryKey() {
        var person = site.newPerson();
        RecoveryKey.make(site.signedIn(person), person);
        var visitor = site.visitor();
        visitor.open("/reset_password");
        enterMailedCode(visitor, person);
        visitor.awaitHeadline("Do you have your recovery key?");
        visitor.press("Go on without it");
        visitor.awaitHeadline("Set a new password");
        visitor.chooseNewPassword(ANOTHER);
        visitor.awaitHeadline("Your account");
    }

    @Test
    void takesTheLinkThatOtherClientsHaveMailed() {
        var person = site.newPerson();
        var visitor = site.visitor();
        visitor.open("/reset_password");
        visitor.page()
                .evaluate(
                        "email => fetch('/v1/password/forgot/send_code', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({email})}).then(answer => answer.json())",
                        person.email());
        var link = site.post().await(person.email(), "X-Link");
        visitor.follow(link);
        visitor.awaitHeadline("Set a new password");
        visitor.chooseNewPassword(ANOTHER);
        visitor.awaitHeadline("Your account");

        var later = site.visitor();
        later.follow(link);
        later.awaitHeadline("The link does not work");
    }

    @Test
    void saysThatThereIsNoSuchAccountOrLink() {
        var visitor = site.visitor();
        visitor.open("/reset_password");
        visitor.fill("email", site.newEmail()).submit();
        visitor.awaitError("There is no account with this address");
        visitor.open("/complete_reset_password?token=1");
        visitor.awaitHeadline("The link does not work");
        visitor.open("/verify_email?uid=1");
        visitor.awaitHeadline("The link is not whole");
        visitor.open("/complete_signin?uid=" + "0".repeat(32) + "&code=" + "0".repeat(32));
        visitor.awaitHeadline("The link does not work");
    }

    private void enterMailedCode(Visitor visitor, Person person) {
        visitor.awaitHeadline("Forgot your password?");
        visitor.fill("email", person.email()).submit();
        visitor.awaitHeadline("Look into your mail");
        var code = site.post().await(person.email(), "X-Password-Forgot-Otp");
        visitor.fill("code", code.equals("12345678") ? "87654321" : "12345678").submit();
        visitor.awaitError("The code is not right");
        visitor.fill("code", code).submit();
    }
}
