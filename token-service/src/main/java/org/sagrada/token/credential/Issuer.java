package org.sagrada.token.credential;

import org.jspecify.annotations.Nullable;
import org.sagrada.service.url.PublicUrl;

/**
 * An identity provider that the operator trusts.
 *
 * @param name as its certificates name it: host and, where it isn't the default, port; not given: that of the base URL
 * @param baseUrl where its documents are; may be another address than the public one, loopback included
 */
public record Issuer(@Nullable String name, PublicUrl baseUrl) {

    /** The name in certificates. */
    public String issuerName() {
        return name == null || name.isBlank() ? baseUrl.hostAndPort() : name;
    }
}
