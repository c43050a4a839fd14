package org.sagrada.browsertest.firefox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sagrada.browsertest.server.Server;

class FirefoxStandaloneIT {

    private static final String COMMON = "https://common.example/";
    private static final String EDITED = "https://edited.example/";
    private static final String DELETED = "https://deleted.example/";
    private static final String RENAMED = "https://renamed.example/";

    /** A token, a code or a key; the beginning of a JWT or a JWE. */
    private static final String SECRET = "[0-9a-f]{64}|eyJ[A-Za-z0-9_-]{20}";

    /** One that Firefox syncs, and that is on in a fresh profile. */
    private static final String SETTING = "browser.tabs.loadInBackground";

    private final Person ada = new Person("ada@example.org", "an engine that weaves");

    @BeforeAll
    static void needsFirefox() {
        assumeTrue(Firefox.installed().isPresent(), "no Firefox; on Debian: apt install firefox-esr");
    }

    @Test
    void twoDevicesHaveOneAccount() {
        try (var server = Server.start(
                        "--sagrada.pidp.scrypt.cost=1024", "--logging.level.org.sagrada=debug", Operator.SETTING);
                var laptop = Firefox.fresh("laptop", "http://localhost:" + server.port());
                var desk = Firefox.fresh("desk", "http://localhost:" + server.port())) {
            aFirstDeviceSignsUpAndUploads(laptop);
            aSecondDeviceSeesAllOfIt(desk);
            whatOneEditsAndDeletesTheOtherSees(laptop, desk);
            editsOnBothAreMerged(laptop, desk);
            anotherProgramReadsAndEdits("http://localhost:" + server.port(), laptop, desk);
            settingsAndOpenTabsAreShared(laptop, desk, "http://localhost:" + server.port() + "/__lbheartbeat__");
            aTabIsSent(laptop, desk);
            aPasswordChangeSignsTheOtherOut(laptop, desk);
            aResetUploadsEverythingAfresh(laptop, desk, new Operator(server));
            assertThat(server.output()).doesNotContain("ERROR").doesNotContainPattern(SECRET);
        }
    }

    private void aFirstDeviceSignsUpAndUploads(Firefox laptop) {
        laptop.bookmarks().add(COMMON, "Common");
        laptop.bookmarks().add(EDITED, "To be edited");
        laptop.bookmarks().add(DELETED, "To be deleted");
        laptop.passwords().add("https://bank.example", "ada", "first secret");
        laptop.history().visit(List.of("https://visited.example/1", "https://visited.example/2"));

        laptop.account().signUp(ada);

        assertThat(laptop.account().state()).isEqualTo(Accounts.SIGNED_IN);
        laptop.sync().run();
    }

    private void aSecondDeviceSeesAllOfIt(Firefox desk) {
        desk.account().signIn(ada);
        desk.sync().run();

        assertThat(desk.bookmarks().all()).containsKeys(COMMON, EDITED, DELETED);
        assertThat(desk.passwords().all()).containsEntry("https://bank.example", "first secret");
        assertThat(desk.history().all()).contains("https://visited.example/1", "https://visited.example/2");
    }

    private static void whatOneEditsAndDeletesTheOtherSees(Firefox laptop, Firefox desk) {
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

    private static void editsOnBothAreMerged(Firefox laptop, Firefox desk) {
        laptop.bookmarks().add("https://from-laptop.example/", "From the laptop");
        laptop.bookmarks().rename(COMMON, "Common, said the laptop");
        desk.bookmarks().add("https://from-desk.example/", "From the desk");
        desk.passwords().add("https://shop.example", "ada", "desk's secret");

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

    private void anotherProgramReadsAndEdits(String server, Firefox laptop, Firefox desk) {
        laptop.bookmarks().add(RENAMED, "As the browser calls it");
        laptop.sync().run();

        try (var program = OtherProgram.logIn(server, ada)) {
            assertThat(program.bookmarks())
                    .isEqualTo(laptop.bookmarks().all())
                    .containsEntry(RENAMED, "As the browser calls it");
            program.renameBookmark(RENAMED, "As the program calls it");
        }

        for (var device : List.of(laptop, desk)) {
            device.sync().run();
            assertThat(device.bookmarks().all()).containsEntry(RENAMED, "As the program calls it");
        }
    }

    private static void settingsAndOpenTabsAreShared(Firefox laptop, Firefox desk, String page) {
        laptop.preferences().set(SETTING, false);
        laptop.tabs().show(page);
        laptop.sync().run();
        desk.sync().run();

        assertThat(desk.preferences().isOn(SETTING)).isFalse();
        assertThat(desk.tabs().elsewhere()).contains(page);
    }

    private static void aTabIsSent(Firefox laptop, Firefox desk) {
        assertThat(laptop.tabs().devices()).hasSize(2);
        laptop.tabs().send("desk", "https://sent.example/", "Sent");
        assertThat(desk.tabs().received()).containsExactly("https://sent.example/");
    }

    private void aPasswordChangeSignsTheOtherOut(Firefox laptop, Firefox desk) {
        laptop.bookmarks().add("https://meanwhile.example/", "Added while signed out");
        desk.account().changePassword(ada, "another engine that weaves");
        desk.sync().run();

        laptop.account().askServer();
        assertThat(laptop.account().state()).isEqualTo(Accounts.SIGN_IN_AGAIN);

        laptop.account().signIn(ada.withPassword("another engine that weaves"));
        laptop.sync().run();
        desk.sync().run();
        assertThat(desk.bookmarks().all()).containsKeys(COMMON, EDITED, "https://meanwhile.example/");
    }

    private void aResetUploadsEverythingAfresh(Firefox laptop, Firefox desk, Operator operator) {
        desk.account().resetPassword(ada, "a third engine that weaves", () -> operator.codeFor(ada.email()));
        desk.sync().run();

        laptop.account().askServer();
        assertThat(laptop.account().state()).isEqualTo(Accounts.SIGN_IN_AGAIN);
        laptop.account().signIn(ada.withPassword("a third engine that weaves"));
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
