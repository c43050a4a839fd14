package org.sagrada.pidp.password;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sagrada.model.crypto.Scrypt;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.Verifier;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.stereotype.Component;

/**
 * scrypt on threads of its own: as many as the memory allows, so that requests that need no password never wait for a core, with
 * a bounded queue before them.
 */
@Component
final class Stretcher implements AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final ThreadPoolExecutor workers;
    /** For as long as nothing else needs the heap. */
    private final Queue<SoftReference<Scrypt>> idle = new ConcurrentLinkedQueue<>();

    private final Timer waits;
    private final Timer work;
    private final Counter refused;

    Stretcher(ScryptSettings settings, MeterRegistry metrics) {
        var threads = settings.threadsFor(Runtime.getRuntime());
        this.workers = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(settings.maxPending()),
                Thread.ofPlatform().name("scrypt-", 0).daemon().factory());
        this.waits = metrics.timer("sagrada.pidp.scrypt.wait");
        this.work = metrics.timer("sagrada.pidp.scrypt.work");
        this.refused = metrics.counter("sagrada.pidp.scrypt.refused");
        metrics.gauge(
                "sagrada.pidp.scrypt.waiting",
                workers,
                executor -> executor.getQueue().size());
        metrics.gauge("sagrada.pidp.scrypt.running", workers, ThreadPoolExecutor::getActiveCount);
    }

    /** Stretches a proof of the password. When too many wait already, the request ends with 503. */
    Verifier stretch(Key32 authPw, Key32 salt, int cost) {
        Future<Verifier> result;
        try {
            var asked = System.nanoTime();
            result = workers.submit(() -> {
                waits.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS);
                return work.record(() -> stretchNow(authPw, salt, cost));
            });
        } catch (RejectedExecutionException e) {
            refused.increment();
            throw new Refusal(PidpError.unavailable(RETRY_AFTER));
        }
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new Refusal(PidpError.unavailable(RETRY_AFTER));
        } catch (ExecutionException e) {
            throw new IllegalStateException("scrypt failed", e.getCause());
        }
    }

    /** With the memory of an earlier check: to get and clear 64 MiB for each of them costs as much as a fifth of it. */
    private Verifier stretchNow(Key32 authPw, Key32 salt, int cost) {
        var scrypt = takeIdle(cost);
        var verifier = Verifier.stretch(authPw, salt, scrypt);
        idle.add(new SoftReference<>(scrypt));
        return verifier;
    }

    private Scrypt takeIdle(int cost) {
        for (var reference = idle.poll(); reference != null; reference = idle.poll()) {
            var scrypt = reference.get();
            if (scrypt != null && scrypt.cost() == cost) {
                return scrypt;
            }
        }
        return Verifier.scrypt(cost);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
