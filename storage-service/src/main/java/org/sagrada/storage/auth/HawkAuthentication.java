package org.sagrada.storage.auth;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkHeader;
import org.sagrada.model.hawk.HawkRequest;
import org.sagrada.model.hawk.HawkVerdict;
import org.sagrada.model.hawk.HawkVerifier;
import org.sagrada.model.hawk.MalformedHawkHeaderException;
import org.sagrada.model.hawk.PayloadHash;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.model.token.TokenSecrets;
import org.sagrada.model.token.TokenVerdict;
import org.sagrada.service.edge.LoggedPath;
import org.sagrada.service.url.PublicUrl;
import org.sagrada.storage.StorageSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Checks that a request is signed with Hawk by the holder of a token for this node and this user. The order is: header, token,
 * MAC, time, user, nonce; the payload when it was read.
 */
@Component
public final class HawkAuthentication {

    private static final Logger log = LoggerFactory.getLogger(HawkAuthentication.class);

    private final KnownTokens tokens;
    private final Clock clock;
    private final PublicUrl publicUrl;
    private final Duration grace;
    private final HawkVerifier verifier;
    private final ReplayGuard replays;
    private final MeterRegistry meters;

    HawkAuthentication(TokenSecrets secrets, StorageSettings settings, Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.publicUrl = settings.publicUrl();
        this.tokens = new KnownTokens(
                secrets,
                Stream.concat(Stream.of(publicUrl), settings.moreUrls().stream())
                        .map(PublicUrl::toString)
                        .toList());
        this.grace = settings.expiredTokenGrace();
        var window = settings.hawk().clockWindow();
        this.verifier = new HawkVerifier(clock, window);
        this.replays = new ReplayGuard(clock, window, settings.hawk().nonces());
        this.meters = meters;
        // Those that never happened are to be told as 0.
        for (var refusal : Refusal.values()) {
            counted(refusal);
        }
    }

    /**
     * Who sends this request, all but its payload considered.
     *
     * @param user whose data the path names
     * @throws UnauthorizedException when it is not that user's, or not proven
     */
    public SignedRequest authenticate(HttpServletRequest request, long user) {
        try {
            return check(request, user);
        } catch (UnauthorizedException e) {
            report(request, e.refusal());
            throw e;
        }
    }

    /** Refuses a request whose payload is not the one that was signed; one signed without a hash passes. */
    public void authenticatePayload(HttpServletRequest request, SignedRequest signed, byte[] payload) {
        var hash = signed.header().artifacts().hash();
        if (hash != null && !PayloadHash.matches(hash, request.getContentType(), payload)) {
            throw refuse(request, Refusal.PAYLOAD);
        }
    }

    /** The refusal, once it is counted and logged. */
    public UnauthorizedException refuse(HttpServletRequest request, Refusal refusal) {
        report(request, refusal);
        return new UnauthorizedException(refusal);
    }

    private SignedRequest check(HttpServletRequest request, long user) {
        var header = header(request);
        return switch (tokens.verify(header.id(), clock.instant())) {
            case TokenVerdict.Valid v -> {
                checkMac(request, header, v.credentials(), v.payload(), user);
                yield new SignedRequest(
                        v.payload().purge() ? new Visitor.Purger(user) : new Visitor.Owner(user), header);
            }
            case TokenVerdict.Expired e -> {
                checkMac(request, header, e.credentials(), e.payload(), user);
                if (e.payload().purge() || !e.payload().expires().plus(grace).isAfter(clock.instant())) {
                    throw new UnauthorizedException(Refusal.EXPIRED);
                }
                yield new SignedRequest(new Visitor.LateOwner(user), header);
            }
            case TokenVerdict.WrongNode w -> throw new UnauthorizedException(Refusal.NODE);
            case TokenVerdict.Malformed m -> throw new UnauthorizedException(Refusal.TOKEN);
            case TokenVerdict.BadSignature b -> throw new UnauthorizedException(Refusal.TOKEN);
        };
    }

    private static HawkHeader header(HttpServletRequest request) {
        var value = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (value == null) {
            throw new UnauthorizedException(Refusal.HEADER);
        }
        try {
            return HawkHeader.parse(value);
        } catch (MalformedHawkHeaderException e) {
            throw new UnauthorizedException(Refusal.HEADER);
        }
    }

    private void checkMac(
            HttpServletRequest request, HawkHeader header, HawkCredentials credentials, TokenPayload token, long user) {
        switch (verifier.verify(header, signedForm(request), credentials)) {
            case HawkVerdict.Accepted a -> {}
            case HawkVerdict.StaleTimestamp s -> throw new UnauthorizedException(Refusal.CLOCK, s.challenge());
            case HawkVerdict.BadMac b -> throw new UnauthorizedException(Refusal.MAC);
            case HawkVerdict.BadHeader b -> throw new UnauthorizedException(Refusal.HEADER);
            case HawkVerdict.UnknownId u -> throw new UnauthorizedException(Refusal.TOKEN);
            case HawkVerdict.BadPayloadHash b -> throw new UnauthorizedException(Refusal.PAYLOAD);
        }
        if (token.uid() != user) {
            throw new UnauthorizedException(Refusal.USER);
        }
        if (!replays.isFirstUse(
                user, header.artifacts().ts(), header.artifacts().nonce())) {
            throw new UnauthorizedException(Refusal.NONCE);
        }
    }

    /** Host, port and path as clients see them: a reverse proxy may have stripped a prefix. */
    private HawkRequest signedForm(HttpServletRequest request) {
        var query = request.getQueryString();
        var target = publicUrl.pathPrefix() + request.getRequestURI() + (query == null ? "" : "?" + query);
        return new HawkRequest(request.getMethod(), target, publicUrl.host(), publicUrl.port());
    }

    private Counter counted(Refusal refusal) {
        return Counter.builder("sagrada.storage.unauthorized")
                .description("Requests refused with 401")
                .tag("reason", refusal.tag())
                .register(meters);
    }

    private void report(HttpServletRequest request, Refusal refusal) {
        counted(refusal).increment();
        var host = String.valueOf(request.getHeader(HttpHeaders.HOST));
        log.info(
                "{} {} refused with 401: {}{}",
                request.getMethod(),
                LoggedPath.of(request.getRequestURI()),
                refusal.rule(),
                host.equalsIgnoreCase(publicUrl.hostAndPort())
                        ? ""
                        : ". It names the host " + LoggedPath.of(host) + ", the public URL is " + publicUrl);
    }
}
