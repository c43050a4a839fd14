package org.sagrada.pidp.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkRequest;
import org.sagrada.model.hawk.HawkVerdict;
import org.sagrada.model.hawk.HawkVerifier;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.RequestBytes;
import org.sagrada.service.url.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out whose token a request was made with. Host and port in a Hawk MAC are those of the public URL. */
@Component
final class RequestAuthenticator {

    private static final Logger log = LoggerFactory.getLogger(RequestAuthenticator.class);
    private static final String BEARER = "Bearer ";

    private final PublicUrl publicUrl;
    private final HawkVerifier verifier;
    private final ReplayGuard replays;
    private final Clock clock;

    RequestAuthenticator(PublicUrl publicUrl, HawkSettings settings, Clock clock) {
        this.publicUrl = publicUrl;
        this.verifier = new HawkVerifier(clock, settings.window());
        this.replays = new ReplayGuard(settings.window(), clock.instant());
        this.clock = clock;
    }

    /** The token's holder, or nothing when the request is not signed at all; a wrong signature ends the request. */
    <T> Optional<T> authenticate(HttpServletRequest request, CredentialSource<T> source) {
        var authorization = request.getHeader("Authorization");
        if (authorization == null) {
            return Optional.empty();
        }
        var holder = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? source.findBearer(authorization.substring(BEARER.length()).strip())
                        .orElseThrow(() -> new Refusal(PidpError.invalidToken()))
                : hawk(authorization, request, source);
        source.used(holder);
        return Optional.of(holder);
    }

    private <T> T hawk(String authorization, HttpServletRequest request, CredentialSource<T> source) {
        var found = new Found<T>();
        var verdict = verifier.verify(
                authorization, signed(request), id -> source.find(id).map(found::remember));
        if (verdict instanceof HawkVerdict.Accepted accepted) {
            verdict = verifier.verifyPayload(accepted, request.getContentType(), RequestBytes.of(request));
        }
        return switch (verdict) {
            case HawkVerdict.Accepted accepted -> {
                if (!replays.isFirst(accepted.header(), clock.instant())) {
                    throw new Refusal(PidpError.replayed());
                }
                yield found.holder();
            }
            case HawkVerdict.BadHeader bad -> throw new Refusal(PidpError.invalidToken());
            case HawkVerdict.UnknownId unknown -> throw new Refusal(PidpError.invalidToken());
            case HawkVerdict.StaleTimestamp stale -> throw new Refusal(PidpError.invalidTimestamp(stale.ts()));
            case HawkVerdict.BadPayloadHash bad -> throw new Refusal(PidpError.invalidSignature());
            case HawkVerdict.BadMac bad -> {
                explain(request);
                throw new Refusal(PidpError.invalidSignature());
            }
        };
    }

    private HawkRequest signed(HttpServletRequest request) {
        var query = request.getQueryString();
        var target = publicUrl.pathPrefix() + request.getRequestURI() + (query == null ? "" : "?" + query);
        return new HawkRequest(request.getMethod(), target, publicUrl.host(), publicUrl.port());
    }

    private void explain(HttpServletRequest request) {
        var host = request.getHeader("Host");
        if (host != null && !host.toLowerCase(Locale.ROOT).equals(publicUrl.hostAndPort())) {
            log.warn(
                    "A Hawk MAC does not fit. The request came to host '{}', the public URL says '{}': check sagrada.pidp.public-url",
                    host.replaceAll("[^\\x21-\\x7e]", "?"),
                    publicUrl.hostAndPort());
        }
    }

    /** What the verifier's lookup found, kept for after the verdict. */
    private static final class Found<T> {
        private final List<Credential<T>> credentials = new ArrayList<>(1);

        HawkCredentials remember(Credential<T> credential) {
            credentials.add(credential);
            return credential.hawk();
        }

        T holder() {
            return credentials.getFirst().holder();
        }
    }
}
