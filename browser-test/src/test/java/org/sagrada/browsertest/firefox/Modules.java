package org.sagrada.browsertest.firefox;

/** The parts of the browser that scripts with its own rights work with. */
final class Modules {

    /** {@code Weave} and {@code fxAccounts}. */
    static final String SYNC = """
            const {Weave} = ChromeUtils.importESModule("resource://services-sync/main.sys.mjs");
            const fxAccounts =
              ChromeUtils.importESModule("resource://gre/modules/FxAccounts.sys.mjs").getFxAccountsSingleton();
            const {setTimeout} = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
            await Weave.Service.promiseInitialized;
            """;

    /** {@code PlacesUtils}: bookmarks and history. */
    static final String PLACES = """
            const {PlacesUtils} = ChromeUtils.importESModule("resource://gre/modules/PlacesUtils.sys.mjs");
            """;

    private Modules() {}
}
