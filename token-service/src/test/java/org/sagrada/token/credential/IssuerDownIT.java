package org.sagrada.token.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sagrada.model.browserid.Audience;
import org.sagrada.model.browserid.BundleVerifier;
import org.sagrada.model.browserid.SupportDocument;
import org.sagrada.model.browserid.SupportDocuments.Lookup;
import org.sagrada.model.browserid.Verification;
import org.sagrada.model.browserid.VerificationPolicy;
import org.sagrada.service.url.PublicUrl;
import org.sagrada.token.AccessTokenMaker;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.FakeIssuer.Reply;
import org.sagrada.token.MovableClock;
import org.sagrada.token.fetch.FetchSettings;
import org.sagrada.token.fetch.Fetcher;
import org.springframework.util.unit.DataSize;

/** An issuer goes down: what is known of it serves on, and what isn't known can't be told. */
class IssuerDownIT {

    private static final FetchSettings SETTINGS = new FetchSettings(
            Duration.ofSeconds(5),
            DataSize.ofKilobytes(64),
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            Duration.ofSeconds(5));
    private static final VerificationPolicy POLICY = new VerificationPolicy(
            List.of(Audience.parse(FakeIssuer.AUDIENCE)), Set.of(FakeIssuer.NAME), Set.of(), Duration.ofMinutes(1));
    private static final Reply DOWN = new Reply(500, "");

    private final MovableClock clock = new MovableClock();
    private final FakeIssuer server = new FakeIssuer();
    private final Fetcher fetcher = new Fetcher(SETTINGS, new SimpleMeterRegistry());
    private final List<Issuer> issuers =
            List.of(new Issuer(FakeIssuer.NAME, PublicUrl.parse(server.url()), null, null, null));

    @Test
    void keepsTheKeysOfOAuthTokensThatItKnows() throws ParseException {
        IssuerKeys keys = new IssuerKeys(issuers, fetcher, SETTINGS, clock);
        JWSObject token = JWSObject.parse(AccessTokenMaker.sign("at+jwt", Map.of("sub", "alice")));
        server.serve("/.well-known/public-keys", AccessTokenMaker.jwks());
        assertThat(keys.signerOf(token)).isInstanceOf(IssuerKeys.Signer.Known.class);

        server.answer("/.well-known/public-keys", asked -> DOWN);
        clock.advance(Duration.ofHours(1));

        assertThat(keys.signerOf(token)).isInstanceOf(IssuerKeys.Signer.Known.class);
        clock.advance(Duration.ofHours(24));
        assertThat(keys.signerOf(token)).isInstanceOf(IssuerKeys.Signer.Unknown.class);
    }

    @Test
    void cannotTellAboutAKeyThatIsNewWhileTheIssuerIsDown() throws ParseException {
        IssuerKeys keys = new IssuerKeys(issuers, fetcher, SETTINGS, clock);
        JWSObject token = JWSObject.parse(AccessTokenMaker.sign("at+jwt", Map.of("sub", "alice")));
        server.serve("/.well-known/public-keys", "{\"keys\":[]}");
        assertThat(keys.signerOf(token)).isInstanceOf(IssuerKeys.Signer.Nobody.class);

        server.answer("/.well-known/public-keys", asked -> DOWN);
        clock.advance(Duration.ofSeconds(30));

        assertThat(keys.signerOf(token)).isInstanceOf(IssuerKeys.Signer.Unknown.class);
        server.serve("/.well-known/public-keys", AccessTokenMaker.jwks());
        clock.advance(Duration.ofSeconds(30));
        assertThat(keys.signerOf(token)).isInstanceOf(IssuerKeys.Signer.Known.class);
    }

    @Test
    void keepsTheKeysOfCertificatesThatItKnows() {
        IssuerDocuments documents = new IssuerDocuments(issuers, fetcher, SETTINGS, clock, host -> new Lookup.None());
        assertThat(documents.lookUp(FakeIssuer.NAME)).isInstanceOf(Lookup.Found.class);

        server.answer("/.well-known/browserid", asked -> DOWN);
        clock.advance(Duration.ofHours(1));

        assertThat(documents.lookUp(FakeIssuer.NAME)).isInstanceOf(Lookup.Found.class);
        clock.advance(Duration.ofHours(24));
        assertThat(documents.lookUp(FakeIssuer.NAME)).isInstanceOf(Lookup.Unreachable.class);
    }

    @Test
    void looksForAKeyOfCertificatesThatItDoesNotKnow() {
        IssuerDocuments documents = new IssuerDocuments(issuers, fetcher, SETTINGS, clock, host -> new Lookup.None());
        BundleVerifier verifier = verifier(documents);
        String bundle = server.user("alice", 1, 1).authorization().substring("BrowserID ".length());
        server.serve("/.well-known/browserid", documentOf(new FakeIssuer()));
        assertThat(verifier.verify(bundle)).isInstanceOf(Verification.Refused.class);

        server.serve("/.well-known/browserid", documentOf(server));
        assertThat(verifier.verify(bundle)).isInstanceOf(Verification.Refused.class);
        clock.advance(SETTINGS.pause().plusSeconds(1));
        assertThat(verifier.verify(bundle)).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void cannotTellAboutACertificateByANewKeyWhileTheIssuerIsDown() {
        IssuerDocuments documents = new IssuerDocuments(issuers, fetcher, SETTINGS, clock, host -> new Lookup.None());
        BundleVerifier verifier = verifier(documents);
        String bundle = server.user("alice", 1, 1).authorization().substring("BrowserID ".length());
        server.serve("/.well-known/browserid", documentOf(new FakeIssuer()));
        assertThat(verifier.verify(bundle)).isInstanceOf(Verification.Refused.class);

        server.answer("/.well-known/browserid", asked -> DOWN);
        clock.advance(SETTINGS.pause().plusSeconds(1));
        assertThat(verifier.verify(bundle)).isInstanceOf(Verification.Unavailable.class);
    }

    private static BundleVerifier verifier(IssuerDocuments documents) {
        return new BundleVerifier(POLICY, documents, Clock.systemUTC());
    }

    private static String documentOf(FakeIssuer issuer) {
        return SupportDocument.format(
                new SupportDocument.Primary(List.of(issuer.issuerKey().verifyingKey()), "/sign-in", "/provision"));
    }
}
