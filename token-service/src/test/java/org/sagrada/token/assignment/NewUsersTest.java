package org.sagrada.token.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sagrada.token.MovableClock;
import org.sagrada.token.credential.Identity;
import org.sagrada.token.refusal.RefusalException;

class NewUsersTest {

    private static final Identity ALICE =
            new Identity("alice@accounts.example.org", "accounts.example.org", 1, 1, "aaaa", null);
    private static final Identity BOB =
            new Identity("bob@accounts.example.org", "accounts.example.org", 1, 1, "aaaa", null);
    private static final Identity EVE =
            new Identity("eve@elsewhere.example.org", "elsewhere.example.org", 1, 1, "aaaa", null);

    private final MovableClock clock = new MovableClock();

    @Test
    void letsEverybodyInWhenNothingIsSet() {
        NewUsers users = users(true, List.of(), List.of(), 10, 10);

        assertThatCode(() -> users.check(ALICE, "192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void letsNobodyInWhenTheDoorIsClosed() {
        NewUsers users = users(false, List.of("accounts.example.org"), List.of(), 10, 10);

        assertRefused(() -> users.check(ALICE, "192.0.2.1"), 401, "new-users-disabled");
    }

    @Test
    void letsInThoseOfListedDomainsAndListedUsers() {
        NewUsers users = users(true, List.of("accounts.example.org"), List.of("eve@elsewhere.example.org"), 10, 10);
        NewUsers others = users(true, List.of(), List.of("eve@elsewhere.example.org"), 10, 10);

        assertThatCode(() -> users.check(ALICE, "192.0.2.1")).doesNotThrowAnyException();
        assertThatCode(() -> users.check(EVE, "192.0.2.1")).doesNotThrowAnyException();
        assertRefused(() -> others.check(ALICE, "192.0.2.1"), 401, "new-users-disabled");
    }

    @Test
    void limitsHowManyComeFromOneIssuerInAWindow() {
        NewUsers users = users(true, List.of(), List.of(), 1, 10);
        users.count(ALICE, "192.0.2.1");

        assertRefused(() -> users.check(BOB, "192.0.2.2"), 429, "error");
        assertThatCode(() -> users.check(EVE, "192.0.2.2")).doesNotThrowAnyException();
        clock.advance(Duration.ofMinutes(15));
        assertThatCode(() -> users.check(BOB, "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void limitsHowManyComeFromOneAddressInAWindow() {
        NewUsers users = users(true, List.of(), List.of(), 10, 1);
        users.check(ALICE, "192.0.2.1");
        users.count(ALICE, "192.0.2.1");

        assertRefused(() -> users.check(EVE, "192.0.2.1"), 429, "error");
        assertThatCode(() -> users.check(EVE, "192.0.2.2")).doesNotThrowAnyException();
    }

    private NewUsers users(boolean allowed, List<String> domains, List<String> listed, int perIssuer, int perAddress) {
        var settings = new NewUserSettings(allowed, domains, listed, perIssuer, perAddress, Duration.ofMinutes(15));
        return new NewUsers(settings, clock);
    }

    private static void assertRefused(ThrowingCallable call, int code, String status) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusalException.class, thrown -> {
            assertThat(thrown.refusal().code()).isEqualTo(code);
            assertThat(thrown.refusal().status()).isEqualTo(status);
        });
    }
}
