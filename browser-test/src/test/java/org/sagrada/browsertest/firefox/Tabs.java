package org.sagrada.browsertest.firefox;

import java.util.List;

/** Open tabs: those of other devices, and those that devices send one another. */
final class Tabs {

    private final Marionette browser;

    Tabs(Marionette browser) {
        this.browser = browser;
    }

    /** Shows a page in the current tab. */
    void show(String url) {
        browser.open(url);
    }

    /** The addresses of the tabs that the account's other devices have open, as far as this one knows. */
    List<String> elsewhere() {
        return browser.inBrowser("""
                        const {SyncedTabs} = ChromeUtils.importESModule("resource://services-sync/SyncedTabs.sys.mjs");
                        return (await SyncedTabs.getTabClients()).flatMap(device => device.tabs.map(tab => tab.url));
                        """)
                .valueStream()
                .map(url -> url.stringValue())
                .toList();
    }

    /** Sends a tab to the device whose name begins so. */
    void send(String device, String url, String title) {
        browser.inBrowser(Modules.SYNC + """
                await fxAccounts.device.refreshDeviceList({ignoreCached: true});
                const target = fxAccounts.device.recentDeviceList
                  .find(one => !one.isCurrentDevice && one.name.startsWith(args[0]));
                if (!target) throw new Error("no such device among "
                  + fxAccounts.device.recentDeviceList.map(one => one.name));
                const report = await fxAccounts.commands.sendTab.send([target], {url: args[1], title: args[2]});
                if (report.failed.length) throw new Error(report.failed[0].error);
                """, device, url, title);
    }

    /** Asks the server for tabs that were sent, as push would make it do; their addresses. */
    List<String> received() {
        return browser.inBrowser(Modules.SYNC + """
                        let received = [];
                        const observer = {observe(subject) { received = received.concat(subject.wrappedJSObject.object); }};
                        Services.obs.addObserver(observer, "fxaccounts:commands:open-uri");
                        try {
                          await fxAccounts.commands.pollDeviceCommands();
                        } finally {
                          Services.obs.removeObserver(observer, "fxaccounts:commands:open-uri");
                        }
                        return received.map(tab => tab.uri);
                        """)
                .valueStream()
                .map(url -> url.stringValue())
                .toList();
    }

    /** The names of the account's devices, this one included. */
    List<String> devices() {
        return browser.inBrowser(Modules.SYNC + """
                        await fxAccounts.device.refreshDeviceList({ignoreCached: true});
                        return fxAccounts.device.recentDeviceList.map(device => device.name);
                        """)
                .valueStream()
                .map(name -> name.stringValue())
                .toList();
    }
}
