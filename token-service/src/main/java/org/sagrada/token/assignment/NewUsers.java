package org.sagrada.token.assignment;

import java.time.Clock;
import java.time.Instant;
import org.sagrada.token.credential.Identity;
import org.sagrada.token.refusal.Refusal;
import org.springframework.stereotype.Component;

/** The door for users who were never seen. Only those who came in count against its limits. */
@Component
class NewUsers {

    private final NewUserSettings settings;
    private final Arrivals ofIssuers;
    private final Arrivals fromAddresses;
    private final Clock clock;

    NewUsers(NewUserSettings settings, Clock clock) {
        this.settings = settings;
        this.ofIssuers = new Arrivals(settings.perIssuer(), settings.window());
        this.fromAddresses = new Arrivals(settings.perAddress(), settings.window());
        this.clock = clock;
    }

    /** Throws the refusal if this user may not come in. */
    void check(Identity identity, String address) {
        if (!settings.allowed() || !isListed(identity)) {
            throw Refusal.unauthorized("new-users-disabled", "new-users-disabled", identity.domain())
                    .toException();
        }
        Instant now = clock.instant();
        if (ofIssuers.areTooMany(identity.issuer(), now)) {
            throw tooMany("new-users-of-issuer", identity.issuer()).toException();
        }
        if (fromAddresses.areTooMany(address, now)) {
            throw tooMany("new-users-from-address", address).toException();
        }
    }

    void count(Identity identity, String address) {
        Instant now = clock.instant();
        ofIssuers.count(identity.issuer(), now);
        fromAddresses.count(address, now);
    }

    private boolean isListed(Identity identity) {
        return (settings.domains().isEmpty() && settings.users().isEmpty())
                || settings.domains().contains(identity.domain())
                || settings.users().contains(identity.email());
    }

    private Refusal tooMany(String rule, String origin) {
        return Refusal.tooMany("Too many new users", rule, "by " + origin, settings.window());
    }
}
