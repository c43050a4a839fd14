package org.sagrada.pidp.servicekey;

/**
 * A service's key as the server knows it.
 *
 * @param modified in ms
 * @param usable false once a reset has replaced the key that it is wrapped under
 */
record ServiceKey(String origin, String keytype, String wrappedKey, long modified, boolean usable) {}
