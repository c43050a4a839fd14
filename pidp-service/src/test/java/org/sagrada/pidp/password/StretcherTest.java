package org.sagrada.pidp.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.Verifier;
import org.sagrada.pidp.error.Refusal;

class StretcherTest {

    private static final Key32 AUTH_PW = Key32.fromHex("11".repeat(32));
    private static final Key32 SALT = Key32.fromHex("22".repeat(32));

    @Test
    void answersTwoHundredAtOnceAtTheRealCostOrTellsThemWhenToComeBack() throws Exception {
        var settings = new ScryptSettings(Verifier.COST, 2, 6);
        var expected = Verifier.stretch(AUTH_PW, SALT, Verifier.scrypt(settings.cost()));
        var start = new CountDownLatch(1);
        try (var stretcher = new Stretcher(settings, new SimpleMeterRegistry());
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Verifier>>();
            for (var i = 0; i < 200; i++) {
                running.add(clients.submit(() -> {
                    start.await();
                    return stretcher.stretch(AUTH_PW, SALT, settings.cost());
                }));
            }
            start.countDown();
            var answered = 0;
            for (var one : running) {
                try {
                    assertThat(one.get()).isEqualTo(expected);
                    answered++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.error().code()).isEqualTo(503);
                        assertThat(refusal.error().errno()).isEqualTo(201);
                        assertThat(refusal.error().extra()).containsEntry("retryAfter", 10L);
                    });
                }
            }
            assertThat(answered).isBetween(8, 200);
        }
    }

    @Test
    void takesNoMoreThreadsThanAHalfOfTheHeapHolds() {
        var settings = new ScryptSettings(Verifier.COST, 0, 1);
        var fitting = Runtime.getRuntime().maxMemory() / 2 / Verifier.MEMORY_BYTES;
        assertThat(settings.threadsFor(Runtime.getRuntime())).isBetween(1, (int) Math.max(1, fitting));
        assertThat(new ScryptSettings(Verifier.COST, 7, 1).threadsFor(Runtime.getRuntime()))
                .isEqualTo(7);
    }
}
