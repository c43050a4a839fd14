package org.sagrada.browsertest.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page: reachable for all, light, quiet, to itself, in two languages. */
@PagesIT
class PageQualityIT {

    private static final int SIGN_IN_BYTES = 100_000;
    private static final List<String> OUTSIDE = List.of(
            "/",
            "/signin",
            "/signup",
            "/reset_password",
            "/connect_another_device",
            "/pair",
            "/verify_email",
            Visitor.NOWHERE);
    private static final List<String> INSIDE = List.of(
            "/settings",
            "/settings/display_name",
            "/settings/clients",
            "/settings/change_password",
            "/settings/emails",
            "/settings/two_step_authentication",
            "/settings/account_recovery",
            "/settings/data",
            "/settings/delete_account");

    private final Site site;

    PageQualityIT(Site site) {
        this.site = site;
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void everybodyCanUseEveryPage(ColorScheme colors) {
        var visitor = site.visitor(phone().setColorScheme(colors));
        for (var path : OUTSIDE) {
            visitor.open(path);
            examine(visitor);
        }
        visitor.open("/signin");
        visitor.signIn(site.newPerson());
        visitor.awaitHeadline("Your account");
        for (var path : INSIDE) {
            visitor.open(path);
            examine(visitor);
        }
    }

    private static void examine(Visitor visitor) {
        var page = visitor.page();
        assertThat(page.locator("h1")).isVisible();
        Accessibility.requireNothingFound(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("no page is wider than a phone: %s", page.url())
                .isZero();
        assertThat(page.locator("body")).not().containsText("⟨");
    }

    @Test
    void theSignInPageIsLight() {
        var visitor = site.visitor();
        var answers = new ArrayList<Response>();
        visitor.page().onResponse(answers::add);
        visitor.open("/signin");
        visitor.awaitHeadline("Sign in");
        visitor.page().waitForLoadState(LoadState.NETWORKIDLE);

        var bytes = answers.stream().mapToInt(answer -> answer.body().length).sum();
        assertThat(bytes).isBetween(10_000, SIGN_IN_BYTES);
        assertThat(answers).allMatch(answer -> answer.url().startsWith(site.at("/")));
        assertThat(answers).allMatch(Response::ok);
        assertThat(visitor.problems()).isEmpty();
    }

    @Test
    void aSecondVisitFetchesOnlyTheDocument() {
        var visitor = site.visitor();
        visitor.open("/signin");
        visitor.awaitHeadline("Sign in");
        visitor.open("/signin");
        visitor.awaitHeadline("Sign in");
        assertThat(visitor.page()
                        .evaluate("performance.getEntriesByType('resource').filter(entry => entry.transferSize > 0)"
                                + ".map(entry => entry.name)"))
                .isEqualTo(List.of());
    }

    @Test
    void speaksTheReadersLanguageOrTheChosenOne() {
        var visitor = site.visitor(new Browser.NewContextOptions().setLocale("de-AT"));
        visitor.open("/signin");
        visitor.awaitHeadline("Anmelden");
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "de");
        visitor.page().locator("#language").selectOption("en");
        visitor.awaitHeadline("Sign in");
        visitor.open("/signup");
        visitor.awaitHeadline("Create an account");
        assertThat(visitor.page().title()).isEqualTo("Create an account · Sagrada");
    }

    @Test
    void asksForNoPasswordWhereTheBrowserHasNoCryptography() {
        var visitor = site.visitor();
        visitor.follow("http://sync.test:" + site.port() + "/signin");
        visitor.awaitHeadline("This address is not protected");
        assertThat(visitor.page().locator("input")).hasCount(0);
        assertThat(visitor.page().locator(".steps")).containsText("http://localhost:8000");
        Accessibility.requireNothingFound(visitor.page());
    }

    @Test
    void saysWhatIsMissingWithoutScripts() {
        var visitor = site.visitor(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        visitor.open("/signin");
        assertThat(visitor.page().locator("noscript h1")).hasText("This page needs JavaScript");
    }

    @Test
    void isUsableWithTheKeyboardAlone() {
        var person = site.newPerson();
        var visitor = site.visitor();
        visitor.open("/");
        visitor.awaitHeadline("Your account");
        var keyboard = visitor.page().keyboard();
        keyboard.type(person.email());
        keyboard.press("Enter");
        visitor.awaitHeadline("Sign in");
        keyboard.type(person.password());
        keyboard.press("Enter");
        visitor.page().locator(".rows").waitFor();
        assertThat(visitor.page().locator("h1")).isFocused();
    }

    @Test
    void saysThatTheServerIsAway() {
        var visitor = site.visitor();
        visitor.open("/signin");
        visitor.awaitHeadline("Sign in");
        visitor.page()
                .route(
                        "**/v1/**",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(503)
                                .setContentType("application/json")
                                .setBody("{\"code\":503,\"errno\":201,\"retryAfter\":120}")));
        visitor.signIn(new Person("somebody@example.org", "a password"));
        visitor.awaitError("Try again in 2 min.");
        visitor.page()
                .route(
                        "**/v1/**",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(200)
                                .setContentType("text/html")
                                .setBody("<h1>Welcome to our hotel</h1>")));
        visitor.submit();
        visitor.awaitError("Something between you and the server answered");
        visitor.forgetProblems("503");
    }

    @Test
    void keepsThePasswordFromThePage() {
        var person = site.newPerson();
        var visitor = site.visitor();
        var sent = new ArrayList<String>();
        visitor.page().onRequest(request -> sent.add(request.url() + " " + request.postData()));
        visitor.open("/signin");
        visitor.signIn(person);
        visitor.awaitHeadline("Your account");
        assertThat(sent).anyMatch(request -> request.contains(person.authPw()));
        assertThat(sent).noneMatch(request -> request.contains(person.password()));
    }

    @Test
    void everyErrorHasASentenceInEveryLanguage() {
        var visitor = site.visitor();
        visitor.open("/signin");
        var texts = new HashMap<>(texts(visitor, "en"));
        var german = new HashMap<>(texts(visitor, "de"));
        texts.putAll(texts(visitor, "settings.en"));
        german.putAll(texts(visitor, "settings.de"));
        assertThat(german.keySet()).isEqualTo(texts.keySet());
        assertThat(texts.keySet().stream().filter(key -> key.matches("error\\.\\d+\\.what")))
                .allMatch(key -> texts.containsKey(key.replace(".what", ".do")));
    }

    private static Map<String, String> texts(Visitor visitor, String file) {
        @SuppressWarnings("unchecked")
        var texts = (Map<String, String>) visitor.page()
                .evaluate(
                        "file => fetch(document.documentElement.dataset.assets + `messages/${file}.json`).then(answer => answer.json())",
                        file);
        return texts;
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("en-GB");
    }
}
