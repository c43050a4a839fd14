package org.sagrada.browsertest.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripts of the pages agree with the published vectors, in the browser that runs them. */
@PagesIT
class CryptographyIT {

    private static final int OUTCOMES = 31;

    private final Site site;

    CryptographyIT(Site site) {
        this.site = site;
    }

    @Test
    void agreesWithThePublishedVectors() {
        var visitor = site.visitor();
        visitor.open("/signin");
        var outcomes = (List<?>) visitor.page()
                .evaluate("async () => (" + withoutComment(Resource.text("vectors.js")) + ")("
                        + Resource.text("vectors.json") + ")");
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(OUTCOMES);
        for (var outcome : outcomes) {
            var parts = (List<?>) outcome;
            assertThat(parts.get(1)).as(String.valueOf(parts.get(0))).isEqualTo(parts.get(2));
        }
    }

    private static String withoutComment(String script) {
        return script.substring(script.indexOf('\n') + 1);
    }
}
