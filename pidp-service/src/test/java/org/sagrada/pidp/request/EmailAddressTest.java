package org.sagrada.pidp.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.cd",
                "andré@example.org",
                "a.b+c!#$%&'*/=?^_`{|}~-@sub.example.co",
                "UPPER@EXAMPLE.ORG",
                "user@bücher.example"
            })
    void readsAddresses(String text) {
        assertThat(EmailAddress.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.cd",
                "a@b",
                "a@b@c.de",
                "a b@c.de",
                "a@b..cd",
                "a@-b.cd",
                "a@b-.cd",
                "a\u0000@b.cd",
                "a@b.cd\n",
                "a\u2028@b.cd",
                "a\ue000@b.cd",
                "\"quoted\"@b.cd",
                "a,b@c.de",
                "a@[127.0.0.1]"
            })
    void refusesWhatIsNone(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void refusesPartsThatAreTooLong() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@b.cd")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@b.cd")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".cd")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(126) + "cd")).isEmpty();
    }

    @Property(tries = 200)
    void looksUpWithoutRegardToCaseAndKeepsTheSpelling(
            @ForAll @AlphaChars @StringLength(min = 1, max = 64) String local) {
        var address = EmailAddress.parse(local + "@Example.ORG").orElseThrow();
        assertThat(address.text()).isEqualTo(local + "@Example.ORG");
        assertThat(address.normalized()).isEqualTo(address.text().toLowerCase(Locale.ROOT));
        assertThat(address.domain()).isEqualTo("example.org");
    }

    @Property(tries = 500)
    void readsAnyTextWithoutFailing(@ForAll String text) {
        EmailAddress.parse(text).ifPresent(address -> assertThat(address.text()).isEqualTo(text));
        assertThat(EmailAddress.parse("\ud800" + text)).isEmpty();
    }
}
