package org.sagrada.storage.auth;

import org.sagrada.model.hawk.HawkHeader;

/**
 * A request whose signature holds.
 *
 * @param visitor who signed it
 * @param header with the payload's hash, perhaps
 */
public record SignedRequest(Visitor visitor, HawkHeader header) {}
