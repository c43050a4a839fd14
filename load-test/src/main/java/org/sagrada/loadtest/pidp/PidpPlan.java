package org.sagrada.loadtest.pidp;

import java.time.Duration;

/**
 * What to measure.
 *
 * @param connections of the service, with one worker each
 * @param side how long each side of a case runs in all
 * @param warmUp how long each side runs before, uncounted
 * @param crowd how many sign in at once
 * @param heap the service's {@code -Xmx}
 */
record PidpPlan(
        int accounts, int connections, Duration side, Duration warmUp, int crowd, String heap, int processors) {}
