package org.sagrada.browsertest.firefox;

import tools.jackson.databind.JsonNode;

/** The browser's Sync. It starts some runs of its own, after a sign-in and after changes; they are waited for. */
final class Sync {

    private static final String UNTIL_IDLE = Modules.SYNC + """
            let calm = 0;
            const deadline = Date.now() + 150000;
            while (calm < 3) {
              if (Date.now() > deadline) throw new Error("a sync does not end");
              calm = Weave.Service.locked ? 0 : calm + 1;
              await new Promise(resolve => setTimeout(resolve, 100));
            }
            """;

    private static final String RUN = UNTIL_IDLE + """
            const {SyncTelemetry} = ChromeUtils.importESModule("resource://services-sync/telemetry.sys.mjs");
            const {Status} = ChromeUtils.importESModule("resource://services-sync/status.sys.mjs");
            const before = SyncTelemetry.payloads.length;
            await Weave.Service.sync({why: "user"});
            await new Promise(resolve => setTimeout(resolve, 200));
            const runs = SyncTelemetry.payloads.slice(before);
            return {
              service: Status.service,
              sync: Status.sync,
              runs: runs.length,
              failure: runs.map(run => run.failureReason).find(reason => reason) || null,
              engines: runs.flatMap(run => run.engines || []).filter(engine => engine.failureReason)};
            """;

    private final Marionette browser;

    Sync(Marionette browser) {
        this.browser = browser;
    }

    /** Syncs, and insists that nothing goes wrong. */
    void run() {
        var outcome = attempt();
        if (!isGood(outcome)) {
            // Another device wrote in between: the browser says so and tries again the next time, as it does for its
            // users.
            outcome = attempt();
        }
        if (!isGood(outcome)) {
            throw new AssertionError("The sync went wrong: " + outcome);
        }
    }

    /** Syncs, however it goes. */
    JsonNode attempt() {
        return browser.inBrowser(RUN);
    }

    /** How long the runs since the browser's start took together, in ms. */
    long taken() {
        return browser.inBrowser("""
                        const {SyncTelemetry} = ChromeUtils.importESModule("resource://services-sync/telemetry.sys.mjs");
                        return SyncTelemetry.payloads.reduce((sum, run) => sum + (run.took || 0), 0);
                        """).longValue();
    }

    /** Waits for a sync that the browser has started itself. */
    void awaitIdle() {
        browser.inBrowser(UNTIL_IDLE);
    }

    private static boolean isGood(JsonNode outcome) {
        return outcome.get("service").stringValue().equals("success.status_ok")
                && outcome.get("sync").stringValue().equals("success.sync")
                && outcome.get("runs").intValue() > 0
                && outcome.get("failure").isNull()
                && outcome.get("engines").isEmpty();
    }
}
