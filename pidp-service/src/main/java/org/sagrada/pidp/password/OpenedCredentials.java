package org.sagrada.pidp.password;

import org.sagrada.model.onepw.Key32;

/**
 * What the right password opens: kB under the client's own lock. Lives for one request.
 *
 * @param isVersion2 whether the proof was of version 2, and with it the lock
 */
public record OpenedCredentials(boolean isVersion2, Key32 wrapKb) {}
