package org.sagrada.loadtest.pidp;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.sagrada.model.hawk.HawkCredentials;

/**
 * An account that the benchmark made.
 *
 * @param login the body of a sign-in, as any client sends it after stretching the password
 * @param session signs requests of the account
 */
record Account(String login, HawkCredentials session) {

    byte[] loginBytes() {
        return login.getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return "Account[hidden]";
    }
}
