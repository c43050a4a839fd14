package org.sagrada.pidp.wellknown;

import org.jspecify.annotations.Nullable;
import org.sagrada.service.url.PublicUrl;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pages that a BrowserID primary names, and the services that belong together.
 *
 * @param tokenServerUrl of the token service that goes with this PIdP, for clients that set themselves up
 * @param authenticationPath where users sign in
 * @param provisioningPath where browsers get certificates
 */
public record WellKnownSettings(
        @Nullable PublicUrl tokenServerUrl,

        @DefaultValue("/.well-known/browserid/nonexistent.html")
        String authenticationPath,

        @DefaultValue("/.well-known/browserid/nonexistent.html")
        String provisioningPath) {}
