package org.sagrada.browsertest.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a browser. What a page complains of in its console is kept and told at the end. */
final class Visitor {

    /** A path that is no page. */
    static final String NOWHERE = "/nowhere";

    private static final double PATIENCE_MS = 30_000;
    private static final Pattern EXPECTED_REFUSAL = Pattern.compile("Failed to load resource: .* status of 4\\d\\d .*");
    private static final String WATCH_POLICY = """
            addEventListener("securitypolicyviolation", (event) =>
                console.error("CSP: " + event.violatedDirective + " " + event.blockedURI));
            """;

    private final Site site;
    private final BrowserContext context;
    private final Page page;
    private final List<String> problems = new ArrayList<>();

    Visitor(Site site, BrowserContext context) {
        this.site = site;
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MS);
        context.addInitScript(WATCH_POLICY);
        this.page = watch(context.newPage());
    }

    private Page watch(Page opened) {
        opened.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type()) && !isRefusal(message)) {
                problems.add(message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        opened.onPageError(error -> problems.add("uncaught: " + error));
        opened.onRequestFailed(request -> {
            // Whoever leaves a page leaves its questions behind.
            if (!request.failure().contains("ERR_ABORTED")) {
                problems.add("failed: " + request.url() + " " + request.failure());
            }
        });
        return opened;
    }

    /** The browser writes a line for each refusal of the account API, which the pages turn into sentences, and for a 404. */
    private static boolean isRefusal(ConsoleMessage message) {
        return EXPECTED_REFUSAL.matcher(message.text()).matches()
                && (message.location().contains("/v1/") || message.location().contains(NOWHERE));
    }

    Page page() {
        return page;
    }

    /** Opens a page of ours. */
    Response open(String path) {
        return page.navigate(site.at(path));
    }

    /** Opens an address as it stands in a mail. */
    void follow(String link) {
        page.navigate(link);
    }

    Visitor fill(String field, String value) {
        page.locator("[name=" + field + "]").fill(value);
        return this;
    }

    void submit() {
        page.locator("main form button[type=submit]").first().click();
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
    }

    void followLink(String text) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text)).click();
    }

    void signIn(Person person) {
        fill("email", person.email()).fill("password", person.password()).submit();
    }

    void chooseNewPassword(String password) {
        fill("password", password).fill("passwordAgain", password).submit();
    }

    /** A view is there when its headline is. */
    void awaitHeadline(String text) {
        assertThat(page.locator("h1")).hasText(text, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
    }

    /** The box with what went wrong holds this text. */
    void awaitError(String text) {
        await(page.locator(".notice.error"), text);
    }

    void awaitSuccess(String text) {
        await(page.locator(".notice.success"), text);
    }

    private static void await(Locator notices, String text) {
        notices.filter(new Locator.FilterOptions().setHasText(text)).first().waitFor();
    }

    /** What went wrong so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** A problem that a test made on purpose. */
    void forgetProblems(String holding) {
        problems.removeIf(problem -> problem.contains(holding));
    }

    List<String> leave() {
        context.close();
        return problems;
    }
}
