package org.sagrada.pidp.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "profile, profile, true",
        "profile, profile:email, true",
        "profile:write, profile:email:write, true",
        "profile:write, profile, true",
        "profile, profile:write, false",
        "profile, profile:email:write, false",
        "profile:email, profile, false",
        "profile, profiles, false",
        "https://identity.mozilla.com/apps/oldsync, https://identity.mozilla.com/apps/oldsync, true",
        "https://identity.mozilla.com/apps/oldsync, https://identity.mozilla.com/apps/oldsync/bookmarks, true",
        "https://identity.mozilla.com/apps/oldsync, https://identity.mozilla.com/apps/oldsync#read, true",
        "https://identity.mozilla.com/apps/oldsync#read, https://identity.mozilla.com/apps/oldsync, false",
        "https://identity.mozilla.com/apps/oldsync, https://identity.mozilla.com/apps/oldsyncx, false",
        "https://identity.mozilla.com/apps/oldsync, https://identity.mozilla.com/apps, false",
        "https://identity.mozilla.com/apps/oldsync, https://identity.mozilla.com/apps/oldsync/../send, false",
        "https://identity.mozilla.com/apps/oldsync, https://evil.example/apps/oldsync, false",
        "https://identity.mozilla.com/apps/oldsync, profile, false",
        "profile, https://identity.mozilla.com/apps/oldsync, false"
    })
    void coversWhatLiesBelow(String held, String wanted, boolean covers) {
        assertThat(new Scope(held).covers(new Scope(wanted))).isEqualTo(covers);
    }

    @Property
    void coveringIsPassedOn(
            @ForAll @Size(min = 1, max = 4) List<@AlphaChars @StringLength(min = 1, max = 4) String> names) {
        var whole = new Scope(String.join(":", names));
        for (var length = 1; length <= names.size(); length++) {
            var shorter = new Scope(String.join(":", names.subList(0, length)));
            assertThat(new Scope(shorter.text() + ":write").covers(shorter)).isTrue();
            assertThat(shorter.covers(whole)).isTrue();
            assertThat(whole.covers(shorter)).isEqualTo(length == names.size());
        }
    }
}
