package org.sagrada.token.user;

/**
 * What is known of a user's password and keys, from a request or from before.
 *
 * @param generation when the password last changed, in ms; 0 if unknown
 * @param keysChangedAt when the keys last changed, in ms; 0 if unknown
 * @param clientState what stands for the keys; empty if unknown
 */
public record UserState(long generation, long keysChangedAt, String clientState) {}
