package org.sagrada.storage.load;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.service.edge.EdgeFailureException;
import org.sagrada.storage.StorageSettings;
import org.springframework.stereotype.Component;

/**
 * Bounds the memory of what was read and not yet sent. A client that takes its page slowly holds it for as long, so without a bound a
 * few hundred of them would fill the heap.
 */
@Component
public final class HeldPages {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final int BYTES_PER_PERMIT = 1024;

    private final int most;
    private final Semaphore free;
    private final Shed shed;

    HeldPages(StorageSettings settings, Shed shed) {
        this.most = Math.toIntExact(settings.load().pages().toBytes() / BYTES_PER_PERMIT);
        this.free = new Semaphore(most);
        this.shed = shed;
    }

    /**
     * Takes room for a page, to be given back when it is sent.
     *
     * @param bytes that it has at most
     * @throws EdgeFailureException 503 when there is none
     */
    public Room take(long bytes) {
        var permits = (int) Math.min(most, Math.ceilDiv(bytes, BYTES_PER_PERMIT));
        if (!free.tryAcquire(permits)) {
            shed.count();
            throw new EdgeFailureException(new EdgeFailure.Unavailable(RETRY_AFTER));
        }
        return () -> free.release(permits);
    }

    /** Room that is taken. */
    public interface Room extends AutoCloseable {

        /** Gives it back. */
        @Override
        void close();
    }
}
