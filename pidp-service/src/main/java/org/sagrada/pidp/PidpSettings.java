package org.sagrada.pidp;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.abuse.LimitSettings;
import org.sagrada.pidp.admin.AdminSettings;
import org.sagrada.pidp.auth.HawkSettings;
import org.sagrada.pidp.certificate.CertificateSettings;
import org.sagrada.pidp.certificate.Issuer;
import org.sagrada.pidp.event.EventReceiver;
import org.sagrada.pidp.event.EventReceivers;
import org.sagrada.pidp.mail.MailSettings;
import org.sagrada.pidp.mailbox.MailboxSettings;
import org.sagrada.pidp.oauth.client.OAuthSettings;
import org.sagrada.pidp.password.ScryptSettings;
import org.sagrada.pidp.request.CorsSettings;
import org.sagrada.pidp.signin.SignUpSettings;
import org.sagrada.pidp.wellknown.WellKnownSettings;
import org.sagrada.service.url.PublicUrl;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything an operator sets under {@code sagrada.pidp}; a key that is not here fails the start.
 *
 * @param publicUrl under which clients reach the PIdP
 * @param issuer the name of the PIdP in certificates; the public URL's host and port when not given
 * @param principalDomain what follows the {@code @} in principals; the issuer's name when not given
 * @param eventReceivers the services that are told what becomes of accounts; the token service when not given
 * @param database read where the connection pool is made
 */
@ConfigurationProperties(prefix = "sagrada.pidp", ignoreUnknownFields = false)
record PidpSettings(
        PublicUrl publicUrl,
        @Nullable String issuer,
        @Nullable String principalDomain,
        @DefaultValue Map<String, String> database,
        @DefaultValue CorsSettings cors,
        @DefaultValue HawkSettings hawk,
        @DefaultValue ScryptSettings scrypt,
        @DefaultValue CertificateSettings certificate,
        @DefaultValue WellKnownSettings wellKnown,
        @DefaultValue MailSettings mail,
        @DefaultValue SignUpSettings signUp,
        @DefaultValue LimitSettings limits,
        @DefaultValue MailboxSettings mailbox,
        @DefaultValue AdminSettings admin,
        @DefaultValue OAuthSettings oauth,
        @Nullable List<EventReceiver> eventReceivers) {

    private static final String EVENTS_PATH = "/1.0/webhooks/fxa/events";

    EventReceivers receivers() {
        if (eventReceivers != null) {
            return new EventReceivers(eventReceivers);
        }
        var tokenServer = wellKnown.tokenServerUrl();
        return new EventReceivers(
                tokenServer == null
                        ? List.of()
                        : List.of(new EventReceiver(URI.create(tokenServer + EVENTS_PATH), tokenServer.origin())));
    }

    Issuer namedIssuer() {
        var name = issuer == null || issuer.isBlank() ? publicUrl.hostAndPort() : issuer;
        return new Issuer(name, principalDomain == null || principalDomain.isBlank() ? name : principalDomain);
    }
}
