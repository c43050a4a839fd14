package org.sagrada.client.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.sagrada.client.http.BackOff.Waits;

/** Remembers what servers asked for, by host and port. One that several processes share makes all of them keep away. */
public interface BackOffMemory {

    /** What a server asked for; {@link Waits#NONE} if nothing. */
    Waits get(String host);

    /** Changes what is remembered of a server. */
    void update(String host, UnaryOperator<Waits> change);

    /** A memory that lasts as long as the process. */
    static BackOffMemory ofProcess() {
        Map<String, Waits> waits = new ConcurrentHashMap<>();
        return new BackOffMemory() {
            @Override
            public Waits get(String host) {
                return waits.getOrDefault(host, Waits.NONE);
            }

            @Override
            public void update(String host, UnaryOperator<Waits> change) {
                waits.compute(host, (any, known) -> change.apply(known == null ? Waits.NONE : known));
            }
        };
    }
}
