package org.sagrada.pidp.wellknown;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pages that a BrowserID primary names.
 *
 * @param authenticationPath where users sign in
 * @param provisioningPath where browsers get certificates
 */
public record WellKnownSettings(
        @DefaultValue("/.well-known/browserid/nonexistent.html")
        String authenticationPath,

        @DefaultValue("/.well-known/browserid/nonexistent.html")
        String provisioningPath) {}
