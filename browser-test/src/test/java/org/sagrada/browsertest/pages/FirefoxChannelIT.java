package org.sagrada.browsertest.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.SyncKeys;
import tools.jackson.databind.JsonNode;

/** What the pages say to Firefox, and in which order; what is sealed for it, only it can open. */
@PagesIT
class FirefoxChannelIT {

    private static final String PASSWORD = "correct horse battery staple";

    private final Site site;
    private final FakeFirefox firefox = new FakeFirefox(FakeFirefox.Kind.DESK);

    FirefoxChannelIT(Site site) {
        this.site = site;
    }

    @Test
    void signsUpWithAChoiceOfWhatToSync() {
        var email = site.newEmail();
        var visitor = firefox.visitor(site);
        visitor.open("/" + firefox.query(null));
        signUpWithoutHistory(visitor, email);

        var login = FakeFirefox.said(visitor, "fxaccounts:login");
        assertThat(login.get("email").stringValue()).isEqualTo(email);
        assertThat(login.get("verified").booleanValue()).isTrue();
        assertThat(login.at("/services/sync/declinedEngines").valueStream().map(JsonNode::stringValue))
                .containsExactly("history");
        assertThat(login.at("/services/sync/offeredEngines").size()).isEqualTo(8);
        assertThat(syncKey(firefox, redeemed(firefox, visitor))).isEqualTo(syncKey(new Person(email, PASSWORD)));
    }

    @Test
    void signsAPhoneUpThatAnswersNothingAndKeepsTokens() {
        var phone = new FakeFirefox(FakeFirefox.Kind.ANDROID);
        var email = site.newEmail();
        var visitor = phone.visitor(site);
        visitor.open("/authorization" + phone.query(null));
        signUpWithoutHistory(visitor, email);

        var login = FakeFirefox.said(visitor, "fxaccounts:oauth_login");
        assertThat(login.get("state").stringValue()).isEqualTo("state-of-a-test");
        assertThat(login.get("action").stringValue()).isEqualTo("signup");
        assertThat(login.at("/declinedSyncEngines").valueStream().map(JsonNode::stringValue))
                .containsExactly("history");
        assertThat(login.at("/offeredSyncEngines").size()).isEqualTo(6);
        var tokens = redeemed(phone, visitor);
        assertThat(tokens.at("/refresh_token").stringValue()).isNotEmpty();
        assertThat(tokens.at("/session_token").stringValue()).isNotEmpty();
        assertThat(syncKey(phone, tokens)).isEqualTo(syncKey(new Person(email, PASSWORD)));
    }

    @Test
    void saysOnlyWhatFirefoxTakesWhenSomebodySignsInAgain() {
        var person = site.newPerson();
        var visitor = firefox.visitor(site);
        visitor.open("/" + firefox.query(person.email()));
        visitor.awaitHeadline("Sign in");
        assertThat(visitor.page().locator("[name=email]")).hasValue(person.email());
        visitor.fill("password", person.password()).submit();
        visitor.awaitHeadline("You are in sync");

        assertThat(FakeFirefox.commands(visitor))
                .containsSubsequence(
                        "fxaccounts:fxa_status",
                        "fxaccounts:can_link_account",
                        "fxaccounts:login",
                        "fxaccounts:oauth_login");
        var login = FakeFirefox.said(visitor, "fxaccounts:login");
        assertThat(login.propertyNames())
                .containsExactlyInAnyOrder("email", "uid", "sessionToken", "verified", "device", "services");
        assertThat(login.get("device").isNull()).isTrue();
        assertThat(login.at("/services/sync").isEmpty()).isTrue();
        assertThat(FakeFirefox.said(visitor, "fxaccounts:oauth_login")
                        .get("state")
                        .stringValue())
                .isEqualTo("state-of-a-test");
        assertThat(syncKey(firefox, redeemed(firefox, visitor))).isEqualTo(syncKey(person));
    }

    @Test
    void beginsTheFlowItselfWhereThePageWasOpenedByHand() {
        var person = site.newPerson();
        var visitor = firefox.visitor(site);
        visitor.open("/signin");
        visitor.signIn(person);
        visitor.awaitHeadline("You are in sync");
        assertThat(FakeFirefox.commands(visitor)).contains("fxaccounts:oauth_flow_begin", "fxaccounts:oauth_login");
    }

    @Test
    void linksNothingThatTheUserDoesNotWantLinked() {
        var person = site.newPerson();
        var visitor = firefox.refusingToLink().visitor(site);
        visitor.open("/signin" + firefox.query(null));
        visitor.signIn(person);
        visitor.awaitError("You chose not to link this account");
        assertThat(FakeFirefox.commands(visitor)).doesNotContain("fxaccounts:login", "fxaccounts:oauth_login");
    }

    @Test
    void saysSoWhereNoFirefoxAnswers() {
        var visitor = site.visitor();
        visitor.open("/signin" + firefox.query(null));
        visitor.awaitHeadline("Sign in");
        assertThat(visitor.page().locator(".notice.warning")).containsText("No Firefox answers");
    }

    @Test
    void takesTheSettingsOfWhoeverIsSignedInToFirefox() {
        var person = site.newPerson();
        var session = session(person);
        var visitor = signedIn(person, session).visitor(site);
        visitor.open("/settings?uid=" + session.uid() + "&email=" + person.email());
        visitor.awaitHeadline("Your account");

        visitor.open("/settings/change_password");
        visitor.awaitHeadline("Password");
        visitor.fill("oldPassword", person.password());
        visitor.chooseNewPassword("another password");
        visitor.awaitSuccess("Your password is changed");
        var changed = FakeFirefox.said(visitor, "fxaccounts:change_password");
        assertThat(changed.get("uid").stringValue()).isEqualTo(session.uid());
        assertThat(changed.get("sessionToken").stringValue()).isNotEqualTo(session.sessionToken());
    }

    @Test
    void tellsFirefoxThatItIsSignedOut() {
        var person = site.newPerson();
        var session = session(person);
        var visitor = signedIn(person, session).visitor(site);
        visitor.open("/settings");
        visitor.awaitHeadline("Your account");
        visitor.press("Disconnect this Firefox");
        visitor.page().locator("dialog .danger").click();
        visitor.page().waitForURL("**/signin");
        assertThat(FakeFirefox.said(visitor, "fxaccounts:logout").get("uid").stringValue())
                .isEqualTo(session.uid());
    }

    @Test
    void tellsFirefoxThatTheAccountIsGone() {
        var person = site.newPerson();
        var session = session(person);
        var visitor = signedIn(person, session).visitor(site);
        visitor.open("/settings/delete_account");
        visitor.awaitHeadline("Delete the account");
        visitor.page().locator("[name=sure]").check();
        visitor.fill("password", person.password()).submit();
        visitor.awaitHeadline("Your account is deleted");
        assertThat(FakeFirefox.said(visitor, "fxaccounts:delete").get("uid").stringValue())
                .isEqualTo(session.uid());
    }

    private AccountApi.Session session(Person person) {
        return site.api().signIn(person);
    }

    private FakeFirefox signedIn(Person person, AccountApi.Session session) {
        return firefox.signedIn(person.email(), session.uid(), session.sessionToken());
    }

    private void signUpWithoutHistory(Visitor visitor, String email) {
        visitor.awaitHeadline("Sync your Firefox");
        visitor.fill("email", email).submit();
        visitor.awaitHeadline("Create an account");
        visitor.chooseNewPassword(PASSWORD);
        visitor.awaitHeadline("Confirm your address");
        site.visitor().follow(site.post().await(email, "X-Link"));
        visitor.awaitHeadline("Choose what to sync");
        visitor.page().locator("[name=history]").uncheck();
        visitor.submit();
        visitor.awaitHeadline("You are in sync");
    }

    /** What a Firefox gets for the code which the page handed over. */
    private JsonNode redeemed(FakeFirefox firefox, Visitor visitor) {
        var code =
                FakeFirefox.said(visitor, "fxaccounts:oauth_login").get("code").stringValue();
        return site.api()
                .post(
                        "/v1/oauth/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                firefox.clientId(),
                                "code",
                                code,
                                "code_verifier",
                                FakeFirefox.VERIFIER));
    }

    /** The key that was sealed for a Firefox. */
    private static String syncKey(FakeFirefox firefox, JsonNode tokens) {
        return firefox.open(tokens.get("keys_jwe").stringValue())
                .get(SyncKeys.SCOPE)
                .get("k")
                .stringValue();
    }

    private String syncKey(Person person) {
        return SyncKeys.of(site.api().kB(person)).scopedKey();
    }
}
