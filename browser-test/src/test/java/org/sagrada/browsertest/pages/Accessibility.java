package org.sagrada.browsertest.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** What axe-core finds on a page: WCAG 2.2 to level AA, and its best practices. */
final class Accessibility {

    private static final String AXE = Resource.text("/axe.min.js");
    private static final String RUN = """
            async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
                .flatMap((rule) => rule.nodes.map((node) => rule.id + ": " + node.html + " " + node.failureSummary))
            """;

    private static final String COME_TO_REST = """
            () => Promise.allSettled(document.getAnimations()
                .filter((animation) => animation.effect.getComputedTiming().iterations !== Infinity)
                .map((animation) => animation.finished))
            """;

    private Accessibility() {}

    /** Looks once what moves has come to rest, since a colour on its way is no colour of the page's. */
    static void requireNothingFound(Page page) {
        page.evaluate(COME_TO_REST);
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(RUN)).as(page.url()).isEmpty();
    }
}
