package org.sagrada.pidp.auth;

import org.sagrada.model.hawk.HawkCredentials;

/**
 * A stored token: the key its requests are signed with, and whom or what it stands for.
 *
 * @param <T> what a handler gets
 */
public record Credential<T>(HawkCredentials hawk, T holder) {}
