package org.sagrada.browsertest.firefox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What happens to one account on two devices, wherever its server is. */
final class TwoDevices {

    private static final String COMMON = "https://common.example/";
    private static final String EDITED = "https://edited.example/";
    private static final String DELETED = "https://deleted.example/";

    /** One that Firefox syncs, and that is on in a fresh profile. */
    private static final String SETTING = "browser.tabs.loadInBackground";

    private final Firefox laptop;
    private final Firefox desk;
    private Person person;

    /** Of somebody who has no account yet. */
    TwoDevices(Firefox laptop, Firefox desk, Person person) {
        this.laptop = laptop;
        this.desk = desk;
        this.person = person;
    }

    /** From signing up to a forgotten password, with the server's address and whoever runs it. */
    void liveThroughAll(String server, Operator operator) {
        aFirstDeviceSignsUpAndUploads();
        aSecondDeviceSeesAllOfIt();
        whatOneEditsAndDeletesTheOtherSees();
        editsOnBothAreMerged();
        settingsAndOpenTabsAreShared(server + "/__lbheartbeat__");
        aTabIsSent();
        aPasswordChangeSignsTheOtherOut();
        aResetUploadsEverythingAfresh(operator);
    }

    /** With the password of now. */
    Person person() {
        return person;
    }

    private void aFirstDeviceSignsUpAndUploads() {
        laptop.bookmarks().add(COMMON, "Common");
        laptop.bookmarks().add(EDITED, "To be edited");
        laptop.bookmarks().add(DELETED, "To be deleted");
        laptop.passwords().add("https://bank.example", "somebody", "first secret");
        laptop.history().visit(List.of("https://visited.example/1", "https://visited.example/2"));

        laptop.account().signUp(person);

        assertThat(laptop.account().state()).isEqualTo(Accounts.SIGNED_IN);
        laptop.sync().run();
    }

    private void aSecondDeviceSeesAllOfIt() {
        desk.account().signIn(person);
        desk.sync().run();

        assertThat(desk.bookmarks().all()).containsKeys(COMMON, EDITED, DELETED);
        assertThat(desk.passwords().all()).containsEntry("https://bank.example", "first secret");
        assertThat(desk.history().all()).contains("https://visited.example/1", "https://visited.example/2");
    }

    private void whatOneEditsAndDeletesTheOtherSees() {
        desk.bookmarks().rename(EDITED, "Edited");
        desk.bookmarks().remove(DELETED);
        desk.passwords().change("https://bank.example", "second secret");
        desk.history().remove("https://visited.example/2");
        desk.sync().run();

        laptop.sync().run();

        assertThat(laptop.bookmarks().all()).containsEntry(EDITED, "Edited").doesNotContainKey(DELETED);
        assertThat(laptop.passwords().all()).containsEntry("https://bank.example", "second secret");
        assertThat(laptop.history().all()).contains("https://visited.example/1");
    }

    private void editsOnBothAreMerged() {
        laptop.bookmarks().add("https://from-laptop.example/", "From the laptop");
        laptop.bookmarks().rename(COMMON, "Common, said the laptop");
        desk.bookmarks().add("https://from-desk.example/", "From the desk");
        desk.passwords().add("https://shop.example", "somebody", "desk's secret");

        laptop.sync().run();
        desk.sync().run();
        laptop.sync().run();

        for (var device : List.of(laptop, desk)) {
            assertThat(device.bookmarks().all())
                    .containsKeys("https://from-laptop.example/", "https://from-desk.example/")
                    .containsEntry(COMMON, "Common, said the laptop");
            assertThat(device.passwords().all()).containsKeys("https://bank.example", "https://shop.example");
        }
    }

    private void settingsAndOpenTabsAreShared(String page) {
        laptop.preferences().set(SETTING, false);
        laptop.tabs().show(page);
        laptop.sync().run();
        desk.sync().run();

        assertThat(desk.preferences().isOn(SETTING)).isFalse();
        assertThat(desk.tabs().elsewhere()).contains(page);
    }

    private void aTabIsSent() {
        assertThat(laptop.tabs().devices()).hasSize(2);
        laptop.tabs().send("desk", "https://sent.example/", "Sent");
        assertThat(desk.tabs().received()).containsExactly("https://sent.example/");
    }

    private void aPasswordChangeSignsTheOtherOut() {
        laptop.bookmarks().add("https://meanwhile.example/", "Added while signed out");
        desk.account().changePassword(person, "another engine that weaves");
        person = person.withPassword("another engine that weaves");
        desk.sync().run();

        laptop.account().askServer();
        assertThat(laptop.account().state()).isEqualTo(Accounts.SIGN_IN_AGAIN);

        laptop.account().signIn(person);
        laptop.sync().run();
        desk.sync().run();
        assertThat(desk.bookmarks().all()).containsKeys(COMMON, EDITED, "https://meanwhile.example/");
    }

    private void aResetUploadsEverythingAfresh(Operator operator) {
        desk.account().resetPassword(person, "a third engine that weaves", () -> operator.codeFor(person.email()));
        person = person.withPassword("a third engine that weaves");
        desk.sync().run();

        laptop.account().askServer();
        assertThat(laptop.account().state()).isEqualTo(Accounts.SIGN_IN_AGAIN);
        laptop.account().signIn(person);
        laptop.bookmarks().add("https://after-reset.example/", "After the reset");
        laptop.sync().run();
        desk.sync().run();

        for (var device : List.of(laptop, desk)) {
            assertThat(device.bookmarks().all())
                    .containsKeys(COMMON, EDITED, "https://meanwhile.example/", "https://after-reset.example/");
            assertThat(device.passwords().all()).containsEntry("https://bank.example", "second secret");
        }
    }
}
