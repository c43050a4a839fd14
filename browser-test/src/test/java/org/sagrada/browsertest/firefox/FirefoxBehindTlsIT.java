package org.sagrada.browsertest.firefox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirefoxBehindTlsIT {

    private final Person grace = new Person("grace@example.org", "a compiler for the fleet");

    @BeforeAll
    static void needsFirefoxAndNginx() {
        assumeTrue(Firefox.installed().isPresent(), "no Firefox; on Debian: apt install firefox-esr");
        assumeTrue(Nginx.installed().isPresent(), "no nginx; on Debian: apt install nginx-light");
    }

    @Test
    void twoDevicesSyncThroughTheProxy(@TempDir Path directory) {
        try (var services = SeparateServices.start(directory);
                var laptop = device("laptop", services);
                var desk = device("desk", services)) {
            laptop.bookmarks().add("https://common.example/", "Common");
            laptop.passwords().add("https://bank.example", "grace", "secret");
            laptop.account().signUp(grace);
            laptop.sync().run();

            desk.account().signIn(grace);
            desk.sync().run();

            assertThat(desk.bookmarks().all()).containsEntry("https://common.example/", "Common");
            assertThat(desk.passwords().all()).containsEntry("https://bank.example", "secret");
            assertThat(services.proxyLog()).contains("/1.5/").doesNotContain("code_challenge", "grace@example.org");
        }
    }

    private static Firefox device(String name, SeparateServices services) {
        var device = Firefox.fresh(name, services.publicUrl(), services.browserSettings());
        device.trust(services.root());
        return device;
    }
}
