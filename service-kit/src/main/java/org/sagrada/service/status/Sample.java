package org.sagrada.service.status;

import java.time.Instant;

/**
 * How the service was at one moment.
 *
 * @param at the moment
 * @param requests per second since the sample before
 * @param failures answers of 500 and more, per second
 * @param median within which half of the requests were answered, ms
 * @param slow within which 99 of 100 were answered, ms
 * @param connections to the database that were in use
 * @param waiting for a connection
 * @param heap in use, MiB
 * @param processor share of the machine's processors that this process used, 0 to 100
 */
record Sample(
        Instant at,
        double requests,
        double failures,
        double median,
        double slow,
        double connections,
        double waiting,
        double heap,
        double processor) {}
