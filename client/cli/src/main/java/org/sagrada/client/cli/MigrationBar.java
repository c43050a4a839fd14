package org.sagrada.client.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.migrate.MigrationProgress;

/** Shows a migration's steps on the terminal. */
final class MigrationBar implements MigrationProgress, AutoCloseable {

    private final Surroundings surroundings;
    private @Nullable ProgressBar bar;
    private String shown = "";
    private long before;

    MigrationBar(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void at(Step step, String collection, long records) {
        String what = "records of " + collection + ", " + step.name().toLowerCase(Locale.ROOT);
        ProgressBar current = bar;
        if (current == null || !what.equals(shown)) {
            close();
            current = new ProgressBar(surroundings, what, 0);
            bar = current;
            shown = what;
            before = 0;
        }
        current.advance(records - before);
        before = records;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
