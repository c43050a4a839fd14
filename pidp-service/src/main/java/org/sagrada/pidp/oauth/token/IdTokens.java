package org.sagrada.pidp.oauth.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.pidp.certificate.JwtSigner;
import org.sagrada.pidp.oauth.client.OAuthClient;
import org.sagrada.pidp.session.AuthenticationMethod;
import org.sagrada.service.url.PublicUrl;
import org.springframework.stereotype.Component;

/** ID tokens (OpenID Connect Core, section 2): who signed in, for the client itself. */
@Component
public final class IdTokens {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final JwtSigner signer;
    private final PublicUrl publicUrl;
    private final Clock clock;

    IdTokens(JwtSigner signer, PublicUrl publicUrl, Clock clock) {
        this.signer = signer;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** A token that belongs to an access token. */
    public String issue(
            String uid, OAuthClient client, Instant authAt, List<AuthenticationMethod> methods, String accessToken) {
        var now = clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", publicUrl.toString());
        claims.put("sub", uid);
        claims.put("aud", client.id());
        claims.put("iat", now);
        claims.put("exp", now + LIFE.toSeconds());
        claims.put("auth_time", authAt.getEpochSecond());
        claims.put("amr", methods.stream().map(AuthenticationMethod::claim).toList());
        claims.put("acr", "AAL" + AuthenticationMethod.assuranceLevel(methods));
        claims.put("at_hash", leftHalfOfHash(accessToken));
        return signer.sign("JWT", claims);
    }

    private static String leftHalfOfHash(String token) {
        return Base64Url.encode(Arrays.copyOf(Sha256.hash(token.getBytes(US_ASCII)), Sha256.LENGTH / 2));
    }
}
