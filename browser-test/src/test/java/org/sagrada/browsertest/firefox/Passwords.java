package org.sagrada.browsertest.firefox;

import java.util.Map;
import java.util.TreeMap;

/** A device's saved passwords, by the sites that they are for. */
final class Passwords {

    private final Marionette browser;

    Passwords(Marionette browser) {
        this.browser = browser;
    }

    void add(String site, String user, String password) {
        browser.inBrowser("""
                const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
                login.init(args[0], args[0], null, args[1], args[2], "", "");
                await Services.logins.addLoginAsync(login);
                """, site, user, password);
    }

    /** Adds one for each of so many sites, numbered from 1. */
    void addMany(int count) {
        browser.inBrowser("""
                const logins = [];
                for (let i = 1; i <= args[0]; i++) {
                  const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
                  const site = `https://site${i}.example`;
                  login.init(site, site, null, `user${i}`, `password ${i}`, "", "");
                  logins.push(login);
                }
                await Services.logins.addLogins(logins);
                """, count);
    }

    void change(String site, String password) {
        browser.inBrowser("""
                const old = (await Services.logins.getAllLogins()).find(login => login.origin == args[0]);
                const changed = old.clone();
                changed.password = args[1];
                await Services.logins.modifyLoginAsync(old, changed);
                """, site, password);
    }

    /** All of them: sites and passwords. */
    Map<String, String> all() {
        var all = new TreeMap<String, String>();
        browser.inBrowser("""
                        return Object.fromEntries((await Services.logins.getAllLogins())
                          .filter(login => !login.origin.startsWith("chrome:"))
                          .map(login => [login.origin, login.password]));
                        """)
                .properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().stringValue()));
        return all;
    }
}
