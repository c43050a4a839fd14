package org.sagrada.browsertest.firefox;

import java.util.Map;

/**
 * Settings that keep a fresh profile from greeting its user and from calling anybody but the server under test. None of them
 * changes anything in what accounts and sync do, but that no timer starts a sync in the middle of a scenario.
 */
final class Quiet {

    private static final int A_DAY = 86_400;

    static final Map<String, Object> PREFERENCES = Map.ofEntries(
            Map.entry("marionette.port", 0),
            // Marionette would change some hundred settings, those of accounts among them.
            Map.entry("remote.prefs.recommended", false),
            Map.entry("app.normandy.enabled", false),
            Map.entry("app.update.disabledForTesting", true),
            Map.entry("browser.aboutwelcome.enabled", false),
            Map.entry("browser.newtabpage.enabled", false),
            Map.entry("browser.region.network.url", ""),
            Map.entry("browser.safebrowsing.downloads.enabled", false),
            Map.entry("browser.safebrowsing.malware.enabled", false),
            Map.entry("browser.safebrowsing.phishing.enabled", false),
            Map.entry("browser.shell.checkDefaultBrowser", false),
            Map.entry("browser.startup.homepage_override.mstone", "ignore"),
            Map.entry("browser.startup.page", 0),
            Map.entry("browser.tabs.warnOnClose", false),
            Map.entry("browser.warnOnQuit", false),
            Map.entry("datareporting.policy.dataSubmissionEnabled", false),
            Map.entry("datareporting.policy.dataSubmissionPolicyBypassNotification", true),
            Map.entry("extensions.getAddons.cache.enabled", false),
            Map.entry("extensions.update.enabled", false),
            Map.entry("network.captive-portal-service.enabled", false),
            Map.entry("network.connectivity-service.enabled", false),
            Map.entry("services.settings.server", "data:,#remote-settings-dummy/v1"),
            Map.entry("termsofuse.bypassNotification", true),
            Map.entry("toolkit.telemetry.reportingpolicy.firstRun", false),
            // No push service can be reached; each registration of a device would wait ten seconds for it.
            Map.entry("dom.push.connection.enabled", false),
            Map.entry("services.sync.scheduler.activeInterval", A_DAY),
            Map.entry("services.sync.scheduler.fxa.singleDeviceInterval", A_DAY),
            Map.entry("services.sync.scheduler.idleInterval", A_DAY),
            Map.entry("services.sync.scheduler.immediateInterval", A_DAY),
            Map.entry("services.sync.syncedTabs.syncDelayAfterTabChange", A_DAY * 1000),
            Map.entry("services.sync.log.appender.file.logOnError", true),
            Map.entry("services.sync.log.appender.file.logOnSuccess", true));

    private Quiet() {}
}
