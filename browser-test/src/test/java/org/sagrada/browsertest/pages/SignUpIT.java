package org.sagrada.browsertest.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

@PagesIT
class SignUpIT {

    private static final String PASSWORD = "correct horse battery staple";

    private final Site site;

    SignUpIT(Site site) {
        this.site = site;
    }

    @Test
    void goesOnByItselfWhenTheLinkInTheMailIsFollowedElsewhere() {
        var email = site.newEmail();
        var desktop = site.visitor();
        desktop.open("/");
        desktop.fill("email", email).submit();
        desktop.awaitHeadline("Create an account");
        desktop.chooseNewPassword(PASSWORD);
        desktop.awaitHeadline("Confirm your address");

        var phone = site.visitor();
        phone.follow(site.post().await(email, "X-Link"));

        phone.awaitHeadline("Your address is confirmed");
        desktop.awaitHeadline("Your account");
        assertThat(desktop.page().locator(".who")).containsText(email);
    }

    @Test
    void takesTheCodeOfTheMailOrAShortOne() {
        var email = site.newEmail();
        var visitor = site.visitor();
        signUp(visitor, email);
        visitor.awaitHeadline("Confirm your address");
        visitor.fill("code", "nonsense").submit();
        visitor.awaitError("six digits");
        visitor.fill("code", "0123456789abcdef0123456789abcdef").submit();
        visitor.awaitError("code is not right");

        visitor.press("Mail me a short code");
        visitor.awaitSuccess("Six digits");
        visitor.fill("code", site.post().await(email, "X-Signin-Verify-Code")).submit();

        visitor.awaitHeadline("Your account");
    }

    @Test
    void sendsTheMailAgain() {
        var visitor = site.visitor();
        signUp(visitor, site.newEmail());
        visitor.awaitHeadline("Confirm your address");
        visitor.press("Send the mail again");
        visitor.awaitSuccess("Another mail");
    }

    @Test
    void saysWhatIsWrongWithAPassword() {
        var visitor = site.visitor();
        visitor.open("/signup");
        visitor.fill("email", site.newEmail()).submit();
        visitor.awaitError("is still empty");
        visitor.chooseNewPassword("short");
        visitor.awaitError("at least 8 characters");
        visitor.fill("password", PASSWORD).fill("passwordAgain", PASSWORD + "!").submit();
        visitor.awaitError("not the same");
        var email = visitor.page().locator("[name=email]").inputValue();
        visitor.chooseNewPassword(email);
        visitor.awaitError("first thing that anybody would try");
    }

    @Test
    void saysThatAnAddressIsTakenAndLeadsToSignIn() {
        var visitor = site.visitor();
        signUp(visitor, site.newPerson().email());
        visitor.awaitError("There is an account with this address already");
        visitor.page().locator(".notice a").click();
        visitor.awaitHeadline("Sign in");
    }

    @Test
    void saysThatAnAddressIsNone() {
        var visitor = site.visitor();
        signUp(visitor, "nobody");
        visitor.awaitError("not a whole e-mail address");
        signUp(visitor, "nobody@nowhere");
        visitor.awaitError("Check the address");
    }

    private static void signUp(Visitor visitor, String email) {
        visitor.open("/signup");
        visitor.fill("email", email);
        visitor.chooseNewPassword(PASSWORD);
    }
}
