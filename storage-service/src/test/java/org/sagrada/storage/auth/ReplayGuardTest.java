package org.sagrada.storage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {

    private static final long NOW = 1_700_000_000;

    private Instant time = Instant.ofEpochSecond(NOW);

    private ReplayGuard guard(int capacity) {
        return new ReplayGuard(() -> time, Duration.ofMinutes(5), capacity);
    }

    @Test
    void tellsUsersTimesAndNoncesApart() {
        var guard = guard(100);

        assertThat(guard.isFirstUse(1, NOW, "a")).isTrue();
        assertThat(guard.isFirstUse(1, NOW, "a")).isFalse();
        assertThat(guard.isFirstUse(2, NOW, "a")).isTrue();
        assertThat(guard.isFirstUse(1, NOW + 1, "a")).isTrue();
        assertThat(guard.isFirstUse(1, NOW, "b")).isTrue();
    }

    @Test
    void remembersForTheWholeWindow() {
        var guard = guard(100);
        guard.isFirstUse(1, NOW + 299, "a");

        time = time.plusSeconds(598);

        assertThat(guard.isFirstUse(1, NOW + 299, "a")).isFalse();
    }

    @Test
    void acceptsNothingTwiceWhenItIsFull() {
        var guard = guard(10);
        for (var i = 0; i < 20; i++) {
            assertThat(guard.isFirstUse(1, NOW - 280 + i * 25L, "n" + i)).isTrue();
        }

        for (var i = 0; i < 20; i++) {
            assertThat(guard.isFirstUse(1, NOW - 280 + i * 25L, "n" + i)).isFalse();
        }
        assertThat(guard.isFirstUse(1, NOW + 250, "new")).isTrue();
    }
}
