package org.sagrada.admin.command;

import org.sagrada.admin.api.Target;
import picocli.CommandLine.Option;

/** The option of every command that changes something: to see first what it would do. */
public final class DryRun {

    @Option(names = "--dry-run", description = "Show what would be done, and change nothing.")
    private boolean dryRun;

    /** Whether nothing is to be changed. */
    public boolean isOn() {
        return dryRun;
    }

    /** Tells the service, too. */
    public Target on(Target target) {
        return dryRun ? target.with("dryRun", true) : target;
    }

    /** A sentence that says what was done, or would be. */
    public String told(String done) {
        return dryRun ? "Dry run, nothing was changed. Otherwise: " + done : done;
    }
}
