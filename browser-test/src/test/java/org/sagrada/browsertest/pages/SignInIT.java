package org.sagrada.browsertest.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

@PagesIT
class SignInIT {

    private final Site site;

    SignInIT(Site site) {
        this.site = site;
    }

    @Test
    void asksForThePasswordOfAnAddressThatHasAnAccount() {
        var person = site.newPerson();
        var visitor = site.visitor();
        visitor.open("/");
        visitor.fill("email", person.email()).submit();
        visitor.awaitHeadline("Sign in");
        visitor.fill("password", person.password()).submit();
        visitor.awaitHeadline("Your account");
    }

    @Test
    void findsTheAccountWhateverTheCaseOfTheAddress() {
        var person = site.newPerson();
        var visitor = site.visitor();
        visitor.open("/signin");
        visitor.signIn(new Person("P" + person.email().substring(1), person.password()));
        visitor.awaitHeadline("Your account");
    }

    @Test
    void saysWhichOfAddressAndPasswordIsWrong() {
        var person = site.newPerson();
        var visitor = site.visitor();
        visitor.open("/signin");
        visitor.signIn(person.withPassword("something else"));
        visitor.awaitError("The password is not right");
        assertThat(visitor.page().locator("[name=password]")).isFocused();
        visitor.signIn(new Person(site.newEmail(), "whatever it is"));
        visitor.awaitError("There is no account with this address");
    }

    @Test
    void letsInWhoReadsTheMailAfterTooManyWrongPasswords() {
        var person = site.newPerson();
        var visitor = site.visitor();
        visitor.open("/signin");
        for (var attempt = 0; attempt < Site.WRONG_PASSWORDS; attempt++) {
            visitor.signIn(person.withPassword("wrong number " + attempt));
            visitor.awaitError("The password is not right");
        }
        visitor.signIn(person);
        visitor.awaitError("tried too often");

        visitor.press("Mail me a code to sign in now");
        visitor.fill("code", "ABCD1234").submit();
        visitor.awaitError("code from the mail is not right");
        visitor.fill("code", site.post().await(person.email(), "X-Unblock-Code"))
                .submit();

        visitor.awaitHeadline("Your account");
    }

    @Test
    void asksForTheSecondStep() {
        var person = site.newPerson();
        var settings = site.signedIn(person);
        var secondStep = SecondStep.switchOn(settings);
        var visitor = site.visitor();
        visitor.open("/signin");
        visitor.signIn(person);
        visitor.awaitHeadline("Second step");
        visitor.fill("code", "12").submit();
        visitor.awaitError("six digits");
        visitor.fill("code", secondStep.wrongCode()).submit();
        visitor.awaitError("This code does not fit");
        visitor.fill("code", secondStep.nextCode()).submit();
        visitor.awaitHeadline("Your account");
    }

    @Test
    void takesACodeOffThePaperForTheSecondStep() {
        var person = site.newPerson();
        var secondStep = SecondStep.switchOn(site.signedIn(person));
        var visitor = site.visitor();
        visitor.open("/signin");
        visitor.signIn(person);
        visitor.awaitHeadline("Second step");
        visitor.press("Use a recovery code instead");
        visitor.awaitHeadline("Use a recovery code");
        visitor.fill("code", "nosuchcode").submit();
        visitor.awaitError("recovery code is not right");
        visitor.fill("code", secondStep.paper().getFirst()).submit();
        visitor.awaitHeadline("Your account");
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        var person = site.newPerson();
        var visitor = site.visitor();
        visitor.open("/settings/clients");
        visitor.awaitHeadline("Sign in");
        visitor.signIn(person);
        visitor.awaitHeadline("Devices");
    }
}
