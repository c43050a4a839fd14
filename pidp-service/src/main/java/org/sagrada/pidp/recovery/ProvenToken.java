package org.sagrada.pidp.recovery;

/** A token for another password whose holder signed the request. Each kind is a type, so that none passes for another. */
sealed interface ProvenToken {

    PasswordToken token();

    /** The old password was shown. */
    record Change(PasswordToken token) implements ProvenToken {}

    /** A code is on its way by mail. */
    record Forgot(PasswordToken token) implements ProvenToken {}

    /** The code came back. */
    record Reset(PasswordToken token) implements ProvenToken {}
}
