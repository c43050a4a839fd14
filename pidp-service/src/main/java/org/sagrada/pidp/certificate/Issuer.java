package org.sagrada.pidp.certificate;

/**
 * Under which names the PIdP vouches for users.
 *
 * @param name the issuer of certificates and events: a host, with its port where that is not the default
 * @param principalDomain what follows the {@code @} in a principal
 */
public record Issuer(String name, String principalDomain) {

    /** How relying services name an account. */
    public String principal(String uid) {
        return uid + "@" + principalDomain;
    }
}
