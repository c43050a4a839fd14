package org.sagrada.browsertest.firefox;

/** A device's settings that are on or off. */
final class Preferences {

    private final Marionette browser;

    Preferences(Marionette browser) {
        this.browser = browser;
    }

    void set(String name, boolean isOn) {
        browser.inBrowser("Services.prefs.setBoolPref(args[0], args[1]);", name, isOn);
    }

    boolean isOn(String name) {
        return browser.inBrowser("return Services.prefs.getBoolPref(args[0]);", name)
                .booleanValue();
    }
}
