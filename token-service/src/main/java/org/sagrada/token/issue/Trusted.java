package org.sagrada.token.issue;

import java.util.List;

/**
 * Whom this service names to those who ask what it is.
 *
 * @param publicUrl its own address
 * @param issuers the identity providers it trusts, by their names in certificates
 * @param scope what OAuth tokens have to be for
 */
public record Trusted(String publicUrl, List<String> issuers, String scope) {}
