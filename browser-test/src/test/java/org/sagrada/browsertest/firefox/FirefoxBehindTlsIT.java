package org.sagrada.browsertest.firefox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirefoxBehindTlsIT {

    @BeforeAll
    static void needsFirefoxAndNginx() {
        assumeTrue(Firefox.installed().isPresent(), "no Firefox; on Debian: apt install firefox-esr");
        assumeTrue(Nginx.installed().isPresent(), "no nginx; on Debian: apt install nginx-light");
    }

    @Test
    void twoDevicesHaveOneAccount(@TempDir Path directory) {
        try (var services = SeparateServices.start(directory);
                var laptop = device("laptop", services);
                var desk = device("desk", services)) {
            new TwoDevices(laptop, desk, new Person("grace@example.org", "a compiler for the fleet"))
                    .liveThroughAll(services.publicUrl(), services.operator());
            assertThat(services.proxyLog()).contains("/1.5/").doesNotContain("code_challenge", "grace@example.org");
        }
    }

    private static Firefox device(String name, SeparateServices services) {
        var device = Firefox.fresh(name, services.publicUrl(), services.browserSettings());
        device.trust(services.root());
        return device;
    }
}
