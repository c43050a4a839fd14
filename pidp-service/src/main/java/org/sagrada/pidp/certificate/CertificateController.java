package org.sagrada.pidp.certificate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.model.browserid.Certificate;
import org.sagrada.model.browserid.FxaClaims;
import org.sagrada.model.browserid.MalformedBrowserIdException;
import org.sagrada.model.browserid.VerifyingKey;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.session.AuthenticationMethod;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signs identity certificates for keys that clients made (BrowserID). */
@RestController
@RequestMapping("/v1")
class CertificateController {

    /** The clocks of verifiers may be a little behind. */
    private static final Duration ISSUED_BEFORE = Duration.ofSeconds(10);

    private final SigningKeys keys;
    private final Issuer issuer;
    private final CertificateSettings settings;
    private final Timer signing;
    private final Clock clock;

    CertificateController(
            SigningKeys keys, Issuer issuer, CertificateSettings settings, MeterRegistry metrics, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.settings = settings;
        this.signing = metrics.timer("sagrada.pidp.certificate.sign");
        this.clock = clock;
    }

    @PostMapping("/certificate/sign")
    Signed sign(SignedIn signedIn, JsonBody body) {
        signedIn.requireVerified();
        var publicKey = publicKey(body);
        var duration = Duration.ofMillis(
                body.integer("duration", 1, settings.longestDuration().toMillis()));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var certificate = new Certificate(
                issuer.name(),
                issuer.principal(signedIn.uid()),
                publicKey,
                now.minus(ISSUED_BEFORE),
                now.plus(duration),
                claims(signedIn));
        return new Signed(signing.record(() -> certificate.sign(keys.current().key())));
    }

    private static VerifyingKey publicKey(JsonBody body) {
        body.object("publicKey");
        var members = body.texts("publicKey", TextRule.KEY_MEMBER, TextRule.KEY_MEMBER);
        try {
            return VerifyingKey.parse(new LinkedHashMap<>(members.orElseThrow()));
        } catch (MalformedBrowserIdException e) {
            throw new Refusal(PidpError.invalidParameter("publicKey"));
        }
    }

    private static Map<String, Object> claims(SignedIn signedIn) {
        var account = signedIn.account();
        var methods = signedIn.session().methods();
        var claims = new LinkedHashMap<String, Object>();
        claims.put(FxaClaims.GENERATION, account.verifierSetAt().toEpochMilli());
        claims.put(FxaClaims.KEYS_CHANGED_AT, account.keysChangedAt().toEpochMilli());
        claims.put(FxaClaims.LAST_AUTH_AT, signedIn.session().authAt().getEpochSecond());
        claims.put(FxaClaims.VERIFIED_EMAIL, signedIn.email().address());
        claims.put(FxaClaims.TOKEN_VERIFIED, signedIn.session().isVerified());
        claims.put(
                FxaClaims.AUTHENTICATION_METHODS,
                methods.stream().map(AuthenticationMethod::claim).toList());
        claims.put(FxaClaims.ASSURANCE_LEVEL, AuthenticationMethod.assuranceLevel(methods));
        claims.put(FxaClaims.PROFILE_CHANGED_AT, account.profileChangedAt().toEpochMilli());
        return claims;
    }

    record Signed(String cert) {}
}
