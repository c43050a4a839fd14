package org.sagrada.browsertest.firefox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sagrada.browsertest.server.Server;

class FirefoxStandaloneIT {

    private static final String RENAMED = "https://renamed.example/";

    /** A token, a code or a key; the beginning of a JWT or a JWE. */
    private static final String SECRET = "[0-9a-f]{64}|eyJ[A-Za-z0-9_-]{20}";

    @BeforeAll
    static void needsFirefox() {
        assumeTrue(Firefox.installed().isPresent(), "no Firefox; on Debian: apt install firefox-esr");
    }

    @Test
    void twoDevicesHaveOneAccount() {
        try (var server = Server.start(
                        "--sagrada.pidp.scrypt.cost=1024", "--logging.level.org.sagrada=debug", Operator.SETTING);
                var laptop = Firefox.fresh("laptop", url(server));
                var desk = Firefox.fresh("desk", url(server))) {
            var devices = new TwoDevices(laptop, desk, new Person("ada@example.org", "an engine that weaves"));
            devices.liveThroughAll(url(server), new Operator(server.managementPort()));
            anotherProgramReadsAndEdits(url(server), devices.person(), laptop, desk);
            assertThat(server.output()).doesNotContain("ERROR").doesNotContainPattern(SECRET);
        }
    }

    private static void anotherProgramReadsAndEdits(String server, Person person, Firefox laptop, Firefox desk) {
        laptop.bookmarks().add(RENAMED, "As the browser calls it");
        laptop.sync().run();

        try (var program = OtherProgram.logIn(server, person)) {
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

    private static String url(Server server) {
        return "http://localhost:" + server.port();
    }
}
