package org.sagrada.pidp.event;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A service that is told what becomes of accounts.
 *
 * @param url takes the tokens (RFC 8935), like {@code https://token.example.org/1.0/webhooks/fxa/events}
 * @param audience how the receiver names itself in {@code aud}; its origin when not given
 */
public record EventReceiver(URI url, @Nullable String audience) {

    /** Refuses what cannot be pushed to. */
    public EventReceiver {
        if (url.getHost() == null) {
            throw new IllegalArgumentException("sagrada.pidp.event-receivers: '" + url + "' is not an absolute URL");
        }
    }

    String audienceOrOrigin() {
        if (audience != null && !audience.isBlank()) {
            return audience;
        }
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
