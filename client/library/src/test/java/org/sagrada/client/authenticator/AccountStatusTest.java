package org.sagrada.client.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.client.authenticator.AccountEvent.Acknowledged;
import org.sagrada.client.authenticator.AccountEvent.Confirmed;
import org.sagrada.client.authenticator.AccountEvent.KeyLost;
import org.sagrada.client.authenticator.AccountEvent.KeyOpened;
import org.sagrada.client.authenticator.AccountEvent.KeysReplaced;
import org.sagrada.client.authenticator.AccountEvent.Removed;
import org.sagrada.client.authenticator.AccountEvent.SessionEnded;
import org.sagrada.client.authenticator.AccountEvent.SignedIn;
import org.sagrada.client.authenticator.AccountStatus.NeedsKey;
import org.sagrada.client.authenticator.AccountStatus.NeedsPassword;
import org.sagrada.client.authenticator.AccountStatus.Ready;
import org.sagrada.client.authenticator.AccountStatus.ResetElsewhere;
import org.sagrada.client.authenticator.AccountStatus.SignedOut;
import org.sagrada.client.authenticator.AccountStatus.Unverified;
import org.sagrada.client.http.Json;
import org.sagrada.model.onepw.Key32;

/** Every event in every state. */
class AccountStatusTest {

    private static final String EMAIL = "me@example.org";
    private static final String UID = "00112233445566778899aabbccddeeff";
    private static final Key32 OLD_SESSION = key("10");
    private static final Key32 SESSION = key("11");
    private static final Key32 KB = key("22");
    private static final Key32 OTHER_KB = key("33");
    private static final PendingKey PENDING = new PendingKey(key("44"), key("55"));

    private static final SignedOut SIGNED_OUT = new SignedOut(EMAIL);
    private static final Unverified UNVERIFIED = new Unverified(EMAIL, UID, OLD_SESSION, PENDING, KB);
    private static final NeedsKey NEEDS_KEY = new NeedsKey(EMAIL, UID, OLD_SESSION, PENDING, null);
    private static final NeedsKey NEEDS_KEY_AGAIN = new NeedsKey(EMAIL, UID, OLD_SESSION, PENDING, KB);
    private static final Ready READY = new Ready(EMAIL, UID, OLD_SESSION, KB);
    private static final NeedsPassword NEEDS_PASSWORD = new NeedsPassword(EMAIL, UID, KB);
    private static final ResetElsewhere RESET = new ResetElsewhere(EMAIL, UID, null);
    private static final ResetElsewhere RESET_AND_SIGNED_IN =
            new ResetElsewhere(EMAIL, UID, new Ready(EMAIL, UID, OLD_SESSION, OTHER_KB));

    private static final List<AccountStatus> STATES = List.of(
            SIGNED_OUT, UNVERIFIED, NEEDS_KEY, NEEDS_KEY_AGAIN, READY, NEEDS_PASSWORD, RESET, RESET_AND_SIGNED_IN);

    private static final SignedIn SIGN_IN = new SignedIn(EMAIL, UID, SESSION, true, PENDING);
    private static final SignedIn UNCONFIRMED = new SignedIn(EMAIL, UID, SESSION, false, PENDING);

    private static final List<AccountEvent> EVENTS = List.of(
            SIGN_IN,
            UNCONFIRMED,
            new Confirmed(),
            new KeyOpened(KB),
            new KeyOpened(OTHER_KB),
            new KeyLost(),
            new SessionEnded(),
            new KeysReplaced(),
            new Acknowledged(),
            new Removed());

    /** What leads elsewhere; every other event leaves the state as it is. */
    private static final Map<AccountStatus, Map<AccountEvent, AccountStatus>> TRANSITIONS = Map.of(
            SIGNED_OUT,
            Map.of(
                    SIGN_IN, new NeedsKey(EMAIL, UID, SESSION, PENDING, null),
                    UNCONFIRMED, new Unverified(EMAIL, UID, SESSION, PENDING, null)),
            UNVERIFIED,
            Map.of(
                    SIGN_IN,
                    new NeedsKey(EMAIL, UID, SESSION, PENDING, KB),
                    UNCONFIRMED,
                    new Unverified(EMAIL, UID, SESSION, PENDING, KB),
                    new Confirmed(),
                    NEEDS_KEY_AGAIN,
                    new SessionEnded(),
                    NEEDS_PASSWORD,
                    new Removed(),
                    SIGNED_OUT),
            NEEDS_KEY,
            Map.of(
                    SIGN_IN,
                    new NeedsKey(EMAIL, UID, SESSION, PENDING, null),
                    UNCONFIRMED,
                    new Unverified(EMAIL, UID, SESSION, PENDING, null),
                    new KeyOpened(KB),
                    READY,
                    new KeyOpened(OTHER_KB),
                    new Ready(EMAIL, UID, OLD_SESSION, OTHER_KB),
                    new KeyLost(),
                    new NeedsKey(EMAIL, UID, OLD_SESSION, null, null),
                    new SessionEnded(),
                    new NeedsPassword(EMAIL, UID, null),
                    new Removed(),
                    SIGNED_OUT),
            NEEDS_KEY_AGAIN,
            Map.of(
                    SIGN_IN,
                    new NeedsKey(EMAIL, UID, SESSION, PENDING, KB),
                    UNCONFIRMED,
                    new Unverified(EMAIL, UID, SESSION, PENDING, KB),
                    new KeyOpened(KB),
                    READY,
                    new KeyOpened(OTHER_KB),
                    RESET_AND_SIGNED_IN,
                    new KeyLost(),
                    new NeedsKey(EMAIL, UID, OLD_SESSION, null, KB),
                    new SessionEnded(),
                    NEEDS_PASSWORD,
                    new Removed(),
                    SIGNED_OUT),
            READY,
            Map.of(
                    SIGN_IN,
                    new NeedsKey(EMAIL, UID, SESSION, PENDING, KB),
                    UNCONFIRMED,
                    new Unverified(EMAIL, UID, SESSION, PENDING, KB),
                    new SessionEnded(),
                    NEEDS_PASSWORD,
                    new KeysReplaced(),
                    RESET,
                    new Removed(),
                    SIGNED_OUT),
            NEEDS_PASSWORD,
            Map.of(
                    SIGN_IN,
                    new NeedsKey(EMAIL, UID, SESSION, PENDING, KB),
                    UNCONFIRMED,
                    new Unverified(EMAIL, UID, SESSION, PENDING, KB),
                    new Removed(),
                    SIGNED_OUT),
            RESET,
            Map.of(new Acknowledged(), new NeedsPassword(EMAIL, UID, null), new Removed(), SIGNED_OUT),
            RESET_AND_SIGNED_IN,
            Map.of(
                    new Acknowledged(), new Ready(EMAIL, UID, OLD_SESSION, OTHER_KB),
                    new SessionEnded(), RESET,
                    new KeysReplaced(), RESET,
                    new Removed(), SIGNED_OUT));

    private static Key32 key(String pair) {
        return Key32.fromHex(pair.repeat(Key32.LENGTH));
    }

    @ParameterizedTest
    @MethodSource("everyEventInEveryState")
    void goesWhereTheTableSays(AccountStatus state, AccountEvent event) {
        AccountStatus expected = TRANSITIONS.getOrDefault(state, Map.of()).getOrDefault(event, state);

        assertThat(state.after(event)).isEqualTo(expected);
    }

    private static Stream<Arguments> everyEventInEveryState() {
        return STATES.stream().flatMap(state -> EVENTS.stream().map(event -> Arguments.of(state, event)));
    }

    @Test
    void survivesTheStore() {
        for (AccountStatus state : STATES) {
            Json json = Json.parse(Json.format(StatusJson.write(state)));

            assertThat(StatusJson.read(json)).isEqualTo(state);
        }
    }

    @Test
    void showsNoSecret() {
        for (AccountStatus state : STATES) {
            assertThat(state.toString()).doesNotContain("10".repeat(4), "22".repeat(4), "44".repeat(4), "55".repeat(4));
        }
    }
}
