package org.sagrada.token.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sagrada.model.browserid.Audience;
import org.sagrada.model.browserid.BundleVerifier;
import org.sagrada.model.browserid.SupportDocuments.Lookup;
import org.sagrada.model.browserid.VerificationPolicy;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.refusal.RefusalException;

class BrowserIdCredentialTest {

    @Test
    void asksTheClientToComeBackWhenTheIssuerIsDown() {
        var policy = new VerificationPolicy(
                List.of(Audience.parse(FakeIssuer.AUDIENCE)), Set.of(), Set.of(FakeIssuer.NAME), Duration.ZERO);
        var credential = new BrowserIdCredential(
                new BundleVerifier(policy, host -> new Lookup.Unreachable("it is down"), Clock.systemUTC()));
        String bundle = new FakeIssuer().user("alice", 1L, 1L).authorization().substring("BrowserID ".length());

        assertThatThrownBy(() -> credential.verify(bundle, "", null))
                .isInstanceOfSatisfying(RefusalException.class, thrown -> {
                    assertThat(thrown.refusal().code()).isEqualTo(503);
                    assertThat(thrown.refusal().status()).isEqualTo("error");
                    assertThat(thrown.refusal().description()).isEqualTo("Resource is not available");
                    assertThat(thrown.refusal().retryAfter()).isPositive();
                });
    }
}
