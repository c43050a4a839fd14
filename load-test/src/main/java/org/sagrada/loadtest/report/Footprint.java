package org.sagrada.loadtest.report;

/**
 * What the service used up.
 *
 * @param records loaded before the cases ran
 * @param recordsPerSecond that were loaded, over one connection
 * @param peakHeap the greatest heap seen after a slice of work, garbage included, in MiB
 * @param peakResident the most memory it had from the system, in MiB
 * @param cpuSeconds since its start
 * @param walBytesPerRecord of write-ahead log for each record loaded
 * @param diskBytesPerRecord of table, index and out-of-line values, right after loading
 */
public record Footprint(
        int records,
        double recordsPerSecond,
        double peakHeap,
        double peakResident,
        double cpuSeconds,
        double walBytesPerRecord,
        double diskBytesPerRecord) {}
