package org.sagrada.browsertest.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.sagrada.browsertest.server.Server;

class SmokeIT {

    @Test
    void aBrowserReachesAStartedServer() {
        assumeTrue(Chromium.installed().isPresent(), "no Chromium; on Debian: apt install chromium");
        try (var server = Server.start("--sagrada.pidp.scrypt.cost=16");
                var chromium = Chromium.start()) {
            var page = chromium.browser().newPage();
            var answer = page.navigate("http://localhost:" + server.port() + "/__version__");
            assertThat(answer.status()).isEqualTo(200);
        }
    }
}
