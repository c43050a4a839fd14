package org.sagrada.token.event;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.event.AccountEvent;
import org.sagrada.token.credential.CompactJws;
import org.sagrada.token.credential.IssuerKeys;
import org.sagrada.token.refusal.Refusal;

/** Verifies Security Event Tokens (RFC 8417): type, signature, issuer and audience. They don't expire. */
public final class EventTokens {

    private static final Set<String> TYPES = Set.of("secevent+jwt", "application/secevent+jwt");

    private static final long LAST_SECOND = 253_402_300_800L;

    private final IssuerKeys keys;
    private final Set<String> audiences;

    /**
     * A verifier.
     *
     * @param audiences the names of this service in {@code aud}
     */
    public EventTokens(IssuerKeys keys, Set<String> audiences) {
        this.keys = keys;
        this.audiences = audiences;
    }

    EventMessage verify(String text) {
        JWSObject token = parse(text);
        JOSEObjectType type = token.getHeader().getType();
        if (type == null || !TYPES.contains(type.getType().toLowerCase(Locale.ROOT))) {
            throw refusal("event-type", "not an event token");
        }
        var issuer = switch (keys.signerOf(token)) {
            case IssuerKeys.Signer.Known known -> known.issuer();
            case IssuerKeys.Signer.Nobody nobody -> throw refusal("event-signature", "by no known key");
            case IssuerKeys.Signer.Unknown unknown ->
                throw Refusal.unverifiable("issuer-unavailable", unknown.why()).toException();
        };
        Map<String, Object> claims = token.getPayload().toJSONObject();
        if (claims == null || !(claims.get("iss") instanceof String iss) || !issuer.signsEventsAs(iss)) {
            throw refusal("event-issuer", "another iss");
        }
        if (!isForUs(claims.get("aud"))) {
            throw refusal("event-audience", "another aud");
        }
        if (!(claims.get("sub") instanceof String subject) || subject.isEmpty() || subject.indexOf('@') >= 0) {
            throw refusal("event-subject", "no uid");
        }
        return new EventMessage(
                subject + "@" + issuer.issuerName(),
                changeTimes(claims.get("events")),
                claims.get("iat") instanceof Long issuedAt && issuedAt > 0 && issuedAt < LAST_SECOND
                        ? issuedAt * 1000
                        : 0);
    }

    private static JWSObject parse(String text) {
        JWSObject token = CompactJws.parseOrNull(text);
        if (token == null) {
            throw refusal("event-form", "no event token");
        }
        return token;
    }

    private boolean isForUs(@Nullable Object audience) {
        return audience instanceof List<?> several
                ? several.stream().anyMatch(audiences::contains)
                : audience instanceof String one && audiences.contains(one);
    }

    private static Map<AccountEvent, Long> changeTimes(@Nullable Object events) {
        Map<AccountEvent, Long> times = new EnumMap<>(AccountEvent.class);
        if (events instanceof Map<?, ?> byUri) {
            byUri.forEach((uri, event) ->
                    AccountEvent.of(String.valueOf(uri)).ifPresent(kind -> times.put(kind, changeTime(event))));
        }
        return times;
    }

    private static long changeTime(@Nullable Object event) {
        return event instanceof Map<?, ?> members
                        && members.get(AccountEvent.CHANGE_TIME) instanceof Long time
                        && time > 0
                        && time < Long.MAX_VALUE
                ? time
                : 0;
    }

    private static RuntimeException refusal(String rule, String detail) {
        return Refusal.unauthorized("invalid-credentials", rule, detail).toException();
    }
}
