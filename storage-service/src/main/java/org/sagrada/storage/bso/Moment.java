package org.sagrada.storage.bso;

import java.time.InstantSource;

/**
 * When a request arrived, by this node's clock.
 *
 * @param millis since 1970
 */
public record Moment(long millis) {

    /** The instant that the clock shows. */
    public static Moment of(InstantSource clock) {
        return new Moment(clock.millis());
    }

    /** The same in versions: hundredths of a second, rounded up. */
    public long asVersion() {
        return Math.ceilDiv(millis, 10L);
    }
}
