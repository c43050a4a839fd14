package org.sagrada.token.terms;

import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The terms that users have to accept.
 *
 * @param urls where they are, by a short name such as {@code tos}; empty: there are none
 * @param version another one asks everybody again
 */
public record TermsSettings(
        @DefaultValue Map<String, String> urls,
        @DefaultValue("1") String version) {}
