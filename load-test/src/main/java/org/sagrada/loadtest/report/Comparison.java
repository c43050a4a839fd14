package org.sagrada.loadtest.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.sagrada.loadtest.measure.Figures;

/**
 * One case: the service beside its own statements without it.
 *
 * @param letter of the case
 * @param sql null when there is no database to ask
 * @param serviceCpu of the service's process, in ms a call; null when it is another machine's
 * @param databaseCpu of PostgreSQL's processes while the service was asked, in ms a call; null when it is another machine's
 *     or nobody looked
 * @param driverCpu of the process that measures, in ms a call, while it asked the service
 * @param walBytes of write-ahead log for each record written through the service; null where a call writes none
 */
public record Comparison(
        String letter,
        String title,
        Figures service,
        @Nullable Figures sql,
        @Nullable Double serviceCpu,
        @Nullable Double databaseCpu,
        double driverCpu,
        @Nullable Double walBytes) {

    /** The service's rate as a share of the bare statements'; null without those. */
    @JsonProperty("ratio")
    public @Nullable Double ratio() {
        return sql == null || sql.rate() == 0 ? null : service.rate() / sql.rate();
    }
}
