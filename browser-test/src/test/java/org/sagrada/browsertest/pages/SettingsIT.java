package org.sagrada.browsertest.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PagesIT
class SettingsIT {

    private final Site site;

    SettingsIT(Site site) {
        this.site = site;
    }

    @Test
    void changesThePasswordAndKeepsTheKeys() {
        var person = site.newPerson();
        var before = site.api().kB(person);
        var visitor = site.signedIn(person);
        visitor.followLink("Password");
        visitor.awaitHeadline("Password");
        visitor.fill("oldPassword", "not this one");
        visitor.chooseNewPassword("another password");
        visitor.awaitError("The password is not right");
        visitor.fill("oldPassword", person.password());
        visitor.chooseNewPassword("another password");
        visitor.awaitSuccess("Your password is changed");

        assertThat(site.api().kB(person.withPassword("another password"))).isEqualTo(before);
        visitor.open("/settings");
        visitor.awaitHeadline("Your account");
    }

    @Test
    void asksToSignInAgainWhenTheSessionWasEndedElsewhere() {
        var person = site.newPerson();
        var first = site.signedIn(person);
        var second = site.signedIn(person);
        second.open("/settings/clients");
        second.awaitHeadline("Devices");
        assertThat(second.page().locator(".devices li")).hasCount(2);
        second.page().locator(".devices li:not(.current) button").click();
        second.page().locator("dialog .danger").click();
        second.awaitSuccess("is disconnected");
        assertThat(second.page().locator(".devices li")).hasCount(1);

        first.open("/settings");
        first.awaitHeadline("You were signed out");
        first.page().locator(".card .button").click();
        first.awaitHeadline("Sign in");
        first.fill("password", person.password()).submit();
        first.awaitHeadline("Your account");
    }

    @Test
    void leavesThingsAsTheyAreWhenAQuestionIsAnsweredWithNo() {
        var visitor = site.signedIn(site.newPerson());
        visitor.open("/settings/clients");
        visitor.page().locator(".devices button").click();
        visitor.press("Cancel");
        assertThat(visitor.page().locator("dialog")).hasCount(0);
        assertThat(visitor.page().locator(".devices li")).hasCount(1);
    }

    @Test
    void changesTheAddressToSignInWith() {
        var person = site.newPerson();
        var other = site.newEmail();
        var visitor = site.signedIn(person);
        visitor.open("/settings/emails");
        visitor.fill("email", person.email()).submit();
        visitor.awaitError("You sign in with this address already");
        visitor.fill("email", site.newPerson().email()).submit();
        visitor.awaitError("belongs to another account");
        visitor.fill("email", other).submit();
        visitor.awaitSuccess("A mail is on its way");
        var phone = site.visitor();
        phone.follow(site.post().await(other, "X-Link"));
        phone.awaitHeadline("Your address is confirmed");
        visitor.open("/settings/emails");
        visitor.press("Make it the first");
        visitor.awaitSuccess("You sign in with " + other);
        visitor.press("Remove");
        visitor.awaitSuccess(person.email() + " is removed");

        site.signedIn(new Person(other, person.password()));
    }

    @Test
    void switchesTheSecondStepOnAndOff() {
        var visitor = site.signedIn(site.newPerson());
        visitor.open("/settings/two_step_authentication");
        visitor.press("Set it up");
        visitor.awaitHeadline("Set up the second step");
        assertThat((boolean) visitor.page()
                        .evaluate("() => document.querySelector('.qr').decode().then(() => true, () => false)"))
                .isTrue();
        visitor.fill("code", "000000").submit();
        visitor.awaitError("This code does not fit");

        SecondStep.switchOn(visitor);
        visitor.press("Make new recovery codes");
        visitor.awaitHeadline("Your recovery codes");
        visitor.press("I have kept them");
        visitor.press("Switch it off");
        visitor.page().locator("dialog .danger").click();
        visitor.awaitSuccess("The second step is off");
    }

    @Test
    void makesAndRemovesARecoveryKey() {
        var person = site.newPerson();
        var visitor = site.signedIn(person);
        visitor.open("/settings/account_recovery");
        visitor.fill("password", "not this one").submit();
        visitor.awaitError("The password is not right");
        RecoveryKey.make(visitor, person);
        visitor.press("Remove the recovery key");
        visitor.page().locator("dialog .danger").click();
        visitor.awaitSuccess("The recovery key is removed");
    }

    @Test
    void deletesTheAccount() {
        var person = site.newPerson();
        var visitor = site.signedIn(person);
        visitor.open("/settings/delete_account");
        visitor.fill("password", person.password()).submit();
        visitor.awaitError("is still empty");
        visitor.page().locator("[name=sure]").check();
        visitor.fill("password", "not this one").submit();
        visitor.awaitError("The password is not right");
        visitor.fill("password", person.password()).submit();
        visitor.awaitHeadline("Your account is deleted");
        visitor.open("/signin");
        visitor.signIn(person);
        visitor.awaitError("There is no account with this address");
    }

    @Test
    void signsOut() {
        var visitor = site.signedIn(site.newPerson());
        visitor.press("Sign out");
        visitor.awaitHeadline("Sign in");
        visitor.open("/settings");
        visitor.awaitHeadline("Sign in");
    }

    @Test
    void handsOutWhatTheServerKnows() {
        var person = site.newPerson();
        var visitor = site.signedIn(person);
        visitor.open("/settings/data");
        visitor.awaitHeadline("Your data");
        var known = downloaded(visitor, () -> visitor.press("Download it"));
        assertThat(known.at("/addresses/0/email").stringValue()).isEqualTo(person.email());
        assertThat(known.get("devices").size()).isEqualTo(1);
    }

    @Test
    void handsOutAndDeletesWhatDevicesKeepHere() {
        var person = site.newPerson();
        try (var device = Device.of(person, site)) {
            device.keepBookmark("nativity-fac", "Façana del Naixement");
            device.keepBookmark("passion-fac_", "Façana de la Passió");
            var visitor = site.signedIn(person);
            visitor.open("/settings/data");
            visitor.awaitHeadline("Your data");

            submit(visitor, "Decrypt and download", "not this one");
            visitor.awaitError("The password is not right");
            var kept = downloaded(visitor, () -> submit(visitor, "Decrypt and download", person.password()));
            assertThat(kept.get("bookmarks")
                            .valueStream()
                            .map(one -> one.get("title").stringValue()))
                    .containsExactlyInAnyOrder("Façana del Naixement", "Façana de la Passió");
            visitor.awaitSuccess("records are in your downloads");
            assertThat(device.findsNothing()).isFalse();

            submit(visitor, "Delete synced data", person.password());
            visitor.page().locator("dialog .danger").click();
            visitor.awaitSuccess("The server keeps nothing of yours any more");
            assertThat(device.findsNothing()).isTrue();
        }
    }

    @Test
    void showsTheNameThatSomebodyChose() {
        var visitor = site.signedIn(site.newPerson());
        visitor.followLink("Name and picture");
        visitor.awaitHeadline("Name and picture");
        visitor.fill("displayName", "Antònia Gaudí").submit();
        visitor.awaitSuccess("Your name is saved");
        visitor.open("/settings");
        visitor.awaitHeadline("Your account");
        assertThat(visitor.page().locator(".who strong")).hasText("Antònia Gaudí");
    }

    @Test
    void takesAPictureMakesItSmallAndSquareAndRemovesIt() throws IOException {
        var visitor = site.signedIn(site.newPerson());
        visitor.open("/settings/avatar/change");
        visitor.awaitHeadline("Name and picture");
        choose(visitor, "no-picture.png", "image/png", "words".getBytes(UTF_8));
        visitor.awaitError("not a picture");
        assertThat(visitor.page().locator("img.portrait")).hasCount(0);

        choose(visitor, "wide.png", "image/png", picture(900, 300));
        visitor.awaitSuccess("Your picture is saved.");
        var portrait = visitor.page().locator("img.portrait");
        assertThat(portrait.evaluate("img => img.decode().then(() => [img.naturalWidth, img.naturalHeight])"))
                .isEqualTo(List.of(256, 256));

        visitor.press("Remove the picture");
        visitor.awaitSuccess("Your picture is removed.");
        assertThat(portrait).hasCount(0);
    }

    private static void choose(Visitor visitor, String name, String type, byte[] file) {
        var form = visitor.page()
                .locator("form")
                .filter(new Locator.FilterOptions().setHas(visitor.page().locator("[name=picture]")));
        form.locator("[name=picture]").setInputFiles(new FilePayload(name, type, file));
        form.locator("button[type=submit]").click();
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** The page has a form for each thing that takes the password. */
    private static void submit(Visitor visitor, String button, String password) {
        var form = visitor.page().locator("form").filter(new Locator.FilterOptions().setHasText(button));
        form.locator("[name=password]").fill(password);
        form.locator("button[type=submit]").click();
    }

    private static JsonNode downloaded(Visitor visitor, Runnable action) {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(
                            visitor.page().waitForDownload(action).path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
