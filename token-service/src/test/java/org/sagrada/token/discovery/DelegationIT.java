package org.sagrada.token.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagrada.model.browserid.Certificate;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.FakeIssuer.Reply;
import org.sagrada.token.NamedHosts;
import org.sagrada.token.ServiceTest;

class DelegationIT extends ServiceTest {

    private static final long T = 1_700_000_000_000L;
    private static final List<String> PUBLIC = List.of("93.184.216.34", "2606:4700::1111");
    private static final String REFUSED = "401 invalid-credentials | body |  | Unauthorized";

    @Test
    void letsAMailDomainNameTheIssuerThatSpeaksForIt() {
        NamedHosts.host("direct.example.net", PUBLIC, delegation(FakeIssuer.NAME));
        NamedHosts.host("first.example.net", PUBLIC, delegation("direct.example.net"));

        assertThat(ask("alice@direct.example.net").code()).isEqualTo(200);
        assertThat(ask("alice@first.example.net").code()).isEqualTo(200);
        assertThat(ask("alice@direct.example.net").uid())
                .isNotEqualTo(ask("alice@first.example.net").uid());
    }

    @ParameterizedTest
    @CsvSource({
        "elsewhere.example.net, 200, {\"authority\":\"evil.example.net\"}",
        "circle.example.net, 200, {\"authority\":\"circle.example.net\"}",
        "disabled.example.net, 200, {\"disabled\":true}",
        "rubbish.example.net, 200, rubbish",
        "absent.example.net, 404, ''",
        "moved.example.net, 302, ''"
    })
    void takesNothingButADelegationForOne(String host, int status, String body) {
        NamedHosts.host(host, PUBLIC, new Reply(status, body));

        assertThat(ask("alice@" + host).refusal()).isEqualTo(REFUSED);
        assertThat(database.sql("SELECT count(*) FROM user_record")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void asksNoHostThatIsNotOnTheInternet() {
        NamedHosts.host("loopback.example.net", List.of("127.0.0.1"), delegation(FakeIssuer.NAME));
        NamedHosts.host("metadata.example.net", List.of("169.254.169.254"), delegation(FakeIssuer.NAME));
        NamedHosts.host("mixed.example.net", List.of("93.184.216.34", "10.0.0.1"), delegation(FakeIssuer.NAME));
        NamedHosts.host("localhost", List.of("93.184.216.34"), delegation(FakeIssuer.NAME));
        NamedHosts.host("10.1.2.3", List.of("10.1.2.3"), delegation(FakeIssuer.NAME));
        NamedHosts.host("port.example.net:22", PUBLIC, delegation(FakeIssuer.NAME));

        for (String host : List.of(
                "loopback.example.net",
                "metadata.example.net",
                "mixed.example.net",
                "localhost",
                "10.1.2.3",
                "port.example.net:22")) {
            assertThat(ask("alice@" + host).refusal()).as(host).isEqualTo(REFUSED);
            assertThat(NamedHosts.wasAsked(host)).as(host).isFalse();
        }
    }

    @Test
    void asksNoDomainThatTheOperatorDidNotName() {
        NamedHosts.host("other.example.net", PUBLIC, delegation(FakeIssuer.NAME));

        assertThat(ask("alice@other.example.net").refusal()).isEqualTo(REFUSED);
        assertThat(NamedHosts.wasAsked("other.example.net")).isFalse();
    }

    @Test
    void asksNobodyForABundleThatTheIssuerDidNotSign() {
        NamedHosts.host("victim.example.net", PUBLIC, delegation(FakeIssuer.NAME));
        String good = request("alice@victim.example.net").authorization();
        String forged = good.replaceFirst("\\.[A-Za-z0-9_-]{20}([A-Za-z0-9_-]*~)", ".AAAAAAAAAAAAAAAAAAAA$1");

        assertThat(token(forged, "X-Client-State", "aaaa").refusal()).isEqualTo(REFUSED);
        assertThat(NamedHosts.wasAsked("victim.example.net")).isFalse();
    }

    @Test
    void asksClientsToComeBackWhileTheDomainFails() {
        NamedHosts.host("failing.example.net", PUBLIC, new Reply(500, ""));

        Answer answer = ask("alice@failing.example.net");

        assertThat(answer.code()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(ask("alice@unknown.example.net").code()).isEqualTo(503);
    }

    private Answer ask(String email) {
        return token(request(email).authorization(), "X-Client-State", "aaaa");
    }

    private static FakeIssuer.Request request(String email) {
        return ISSUER.user("alice", T, T)
                .certificate(old -> new Certificate(
                        old.issuer(), email, old.publicKey(), old.issuedAt(), old.expiresAt(), old.claims()));
    }

    private static Reply delegation(String authority) {
        return new Reply(200, "{\"authority\":\"" + authority + "\"}");
    }
}
