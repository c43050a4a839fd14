package org.sagrada.token.discovery;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether mail domains are asked who speaks for their addresses.
 *
 * @param enabled false: only the issuers themselves speak for theirs
 * @param domains if any: only these are asked
 */
public record DiscoverySettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue List<String> domains) {}
