package org.sagrada.client.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.client.http.Json;

class KeyExchangeTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PairingCode CODE = PairingCode.parse("abcd-efgh-x1y2");

    private final KeyExchange one = new KeyExchange("new", "old", CODE, RANDOM);

    @Test
    void agreesOnAKeyThatOnlyBothHave() {
        KeyExchange other = new KeyExchange("old", "new", CODE, RANDOM);
        exchange(other);

        other.takeConfirmation(confirmation(one));
        one.takeConfirmation(confirmation(other));

        String sealed = other.seal("the account");
        assertThat(sealed).doesNotContain("the account");
        assertThat(one.open(sealed)).isEqualTo("the account");
    }

    @Test
    void noticesAnotherCode() {
        KeyExchange other = new KeyExchange("old", "new", PairingCode.parse("abcd-efgj-x1y2"), RANDOM);
        exchange(other);

        assertThatThrownBy(() -> other.takeConfirmation(confirmation(one)))
                .isInstanceOf(PairingException.WrongCode.class);
        assertThatThrownBy(() -> one.open(other.seal("the account"))).isInstanceOf(PairingException.Tampered.class);
    }

    @ParameterizedTest
    @CsvSource({"gx1", "gx2", "proof1", "proof2"})
    void noticesAChangedFirstRound(String part) {
        KeyExchange other = new KeyExchange("old", "new", CODE, RANDOM);

        assertThatThrownBy(() -> other.takeFirstRound(changed(one.firstRound(), part)))
                .isInstanceOf(PairingException.Tampered.class);
    }

    @ParameterizedTest
    @CsvSource({"a", "proof"})
    void noticesAChangedSecondRound(String part) {
        KeyExchange other = new KeyExchange("old", "new", CODE, RANDOM);
        other.takeFirstRound(Json.of(one.firstRound()));
        one.takeFirstRound(Json.of(other.firstRound()));

        assertThatThrownBy(() -> other.takeSecondRound(changed(one.secondRound(), part)))
                .isInstanceOf(PairingException.Tampered.class);
    }

    @Test
    void takesNoMessageOfItsOwn() {
        Map<String, Object> own = one.firstRound();

        assertThatThrownBy(() -> one.takeFirstRound(Json.of(own))).isInstanceOf(PairingException.Tampered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"gx1\":1}", "{\"gx1\":\"-1\",\"gx2\":\"2\",\"proof1\":[],\"proof2\":[]}"})
    void takesNothingThatIsNoRound(String message) {
        assertThatThrownBy(() -> one.takeFirstRound(Json.parse(message))).isInstanceOf(PairingException.Tampered.class);
    }

    @Test
    void takesOneInTheGroupForNobodysShare() {
        Map<String, Object> round = new LinkedHashMap<>(new KeyExchange("old", "new", CODE, RANDOM).firstRound());
        round.put("gx2", "1");

        assertThatThrownBy(() -> one.takeFirstRound(Json.of(round))).isInstanceOf(PairingException.Tampered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCD-EFGH-X1Y2", " abcd efgh x1y2 ", "abcdefghx1y2"})
    void readsACodeHoweverItIsTyped(String typed) {
        assertThat(PairingCode.parse(typed).text()).isEqualTo("abcd-efgh-x1y2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abcd-efgh", "abcd-efgl-x1y2", "abcd-efg0-x1y2", "abcd-efgh-x1y!", "abcd-efgh-x1y22"})
    void refusesWhatIsNoCode(String typed) {
        assertThatThrownBy(() -> PairingCode.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    private void exchange(KeyExchange other) {
        Map<String, Object> first = one.firstRound();
        Map<String, Object> answer = other.firstRound();
        one.takeFirstRound(Json.of(answer));
        other.takeFirstRound(Json.of(first));
        Map<String, Object> second = one.secondRound();
        Map<String, Object> accepted = other.secondRound();
        one.takeSecondRound(Json.of(accepted));
        other.takeSecondRound(Json.of(second));
    }

    private static Json confirmation(KeyExchange exchange) {
        return Json.of(Map.of("confirmation", exchange.confirmation()));
    }

    private static Json changed(Map<String, Object> round, String part) {
        Map<String, Object> changed = new LinkedHashMap<>(round);
        Object value = changed.get(part);
        changed.put(part, value instanceof List<?> pair ? List.of(flipped(pair.get(0)), pair.get(1)) : flipped(value));
        return Json.of(changed);
    }

    private static String flipped(@Nullable Object number) {
        String text = String.valueOf(number);
        int middle = text.length() / 2;
        char other = text.charAt(middle) == '0' ? '1' : '0';
        return text.substring(0, middle) + other + text.substring(middle + 1);
    }
}
