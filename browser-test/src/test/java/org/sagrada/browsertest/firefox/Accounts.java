package org.sagrada.browsertest.firefox;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** The account that a browser is signed in to, and the pages on which its user manages it. */
final class Accounts {

    /** Signed in, and all is well. */
    static final String SIGNED_IN = "signed_in";

    /** The account is there, but its password was changed elsewhere. */
    static final String SIGN_IN_AGAIN = "login_failed";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Marionette browser;
    private final Forms forms;

    Accounts(Marionette browser) {
        this.browser = browser;
        this.forms = new Forms(browser);
    }

    /** Clicks "Sign in", makes an account on the page, and takes all that the browser can sync. */
    void signUp(Person person) {
        browser.open(signInPage());
        forms.submit(Map.of("email", person.email()));
        forms.submit(Map.of("password", person.password(), "passwordAgain", person.password()));
        forms.submit("form.choices", Map.of());
        forms.await("#signed-in");
        awaitSignedIn();
    }

    /** Clicks "Sign in", or "sign in again", and does so on the page. */
    void signIn(Person person) {
        browser.open(signInPage());
        forms.submit(Map.of("email", person.email()));
        forms.submit(Map.of("password", person.password()));
        forms.await("#signed-in");
        awaitSignedIn();
    }

    /** Clicks "Sign in", "Forgot password?", types what was mailed, and chooses another password; the data becomes unreadable. */
    void resetPassword(Person person, String password, Supplier<String> mailed) {
        browser.open(signInPage());
        forms.submit(Map.of("email", person.email()));
        forms.click("a[href*='/reset_password']");
        forms.submit("form:not(:has([name=password]))", Map.of("email", person.email()));
        forms.await("[name=code]");
        forms.submit(Map.of("code", mailed.get()));
        forms.submit(Map.of("password", password, "passwordAgain", password));
        forms.await("#signed-in");
        awaitSignedIn();
    }

    /** Opens the settings and changes the password there. */
    void changePassword(Person person, String password) {
        browser.open(manage("settings/change_password"));
        forms.submit(Map.of("oldPassword", person.password(), "password", password, "passwordAgain", password));
        forms.await(".notice.success");
        awaitSignedIn();
    }

    /** Asks the server whether the session still counts, as a push message or the next start makes the browser do. */
    void askServer() {
        browser.inBrowser(Modules.SYNC + "await fxAccounts.checkAccountStatus();");
    }

    /** What the toolbar shows. */
    String state() {
        return browser.inBrowser("""
                        const {UIState} = ChromeUtils.importESModule("resource://services-sync/UIState.sys.mjs");
                        await UIState.refresh();
                        return UIState.get().status;
                        """).stringValue();
    }

    private void awaitSignedIn() {
        Awaitility.await().atMost(PATIENCE).until(() -> SIGNED_IN.equals(state()) && hasSyncKey());
        new Sync(browser).awaitIdle();
    }

    private boolean hasSyncKey() {
        return browser.inBrowser(Modules.SYNC + """
                        const account = await fxAccounts._internal.getUserAccountData();
                        return !!(account && account.scopedKeys
                          && account.scopedKeys["https://identity.mozilla.com/apps/oldsync"]);
                        """).booleanValue();
    }

    /** What the button opens. The browser reads the server's configuration first. */
    private String signInPage() {
        return browser.inBrowser("""
                        const {FxAccounts} = ChromeUtils.importESModule("resource://gre/modules/FxAccounts.sys.mjs");
                        return await FxAccounts.config.promiseConnectAccountURI("menupanel");
                        """).stringValue();
    }

    private String manage(String path) {
        return browser.inBrowser(
                        "return new URL(args[0], Services.prefs.getStringPref('identity.fxaccounts.remote.root')).href;",
                        path)
                .stringValue();
    }
}
