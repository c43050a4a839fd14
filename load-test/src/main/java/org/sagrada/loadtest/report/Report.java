package org.sagrada.loadtest.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run found.
 *
 * @param footprint of the service; null when it is not one that the run started
 */
public record Report(
        Setup setup, List<Comparison> cases, @Nullable Footprint footprint) {

    /** Whether each call of each case was answered as it should be. */
    public boolean clean() {
        return cases.stream()
                .allMatch(one -> one.service().failures() == 0
                        && (one.sql() == null || one.sql().failures() == 0));
    }
}
