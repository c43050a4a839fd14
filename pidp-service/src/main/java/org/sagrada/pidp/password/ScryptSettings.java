package org.sagrada.pidp.password;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard a password check is and how many run at once. One check at the default cost takes 64 MiB while it runs.
 *
 * @param cost scrypt's N for new passwords, a power of two; each account keeps the one it was made with
 * @param threads checks that run at once; 0 takes as many as cores and a half of the heap allow
 * @param maxPending checks that wait for their turn; above it a request is answered 503 with Retry-After
 */
public record ScryptSettings(
        @DefaultValue("65536") int cost,
        @DefaultValue("0") int threads,
        @DefaultValue("100") int maxPending) {

    private static final int BLOCK_SIZE = 8;

    /** Refuses values that scrypt or the machine cannot honour. */
    public ScryptSettings {
        if (cost < 2 || cost > 1 << 20 || Integer.bitCount(cost) != 1) {
            throw new IllegalArgumentException("sagrada.pidp.scrypt.cost must be a power of two from 2 to 1048576");
        }
        if (threads < 0 || maxPending < 1) {
            throw new IllegalArgumentException(
                    "sagrada.pidp.scrypt.threads must not be negative and max-pending must be at least 1");
        }
    }

    int threadsFor(Runtime runtime) {
        if (threads > 0) {
            return threads;
        }
        var bytesOfOne = 128L * BLOCK_SIZE * cost;
        var fitting = runtime.maxMemory() / 2 / bytesOfOne;
        return (int) Math.max(1, Math.min(runtime.availableProcessors(), fitting));
    }
}
