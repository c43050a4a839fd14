package org.sagrada.token.fetch;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How documents of identity providers are fetched and for how long they count.
 *
 * @param timeout for a whole fetch
 * @param maxSize of a document
 * @param freshFor how long a document is used without another look
 * @param usableFor how long it is used while its origin doesn't answer
 * @param pause between two attempts that were not asked for by the clock: after a failure, or for an unknown key
 */
public record FetchSettings(
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("64KB") DataSize maxSize,
        @DefaultValue("5m") Duration freshFor,
        @DefaultValue("24h") Duration usableFor,
        @DefaultValue("5s") Duration pause) {

    /** Checks the values. */
    public FetchSettings {
        if (!timeout.isPositive() || maxSize.toBytes() < 1024 || freshFor.compareTo(usableFor) > 0) {
            throw new IllegalArgumentException("sagrada.token.fetch needs a timeout above 0, a max-size of 1KB or more,"
                    + " and a fresh-for that isn't longer than usable-for");
        }
    }
}
