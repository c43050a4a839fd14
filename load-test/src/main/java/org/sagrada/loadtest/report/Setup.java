package org.sagrada.loadtest.report;

/**
 * What was asked for.
 *
 * @param when in UTC
 * @param target the service's URL
 * @param protocol 2.0 or 1.5
 * @param connections of each side, one worker each
 * @param seconds that each side ran in each case
 * @param processors of the machine that all shared
 */
public record Setup(
        String when, String target, String protocol, int users, int connections, double seconds, int processors) {}
