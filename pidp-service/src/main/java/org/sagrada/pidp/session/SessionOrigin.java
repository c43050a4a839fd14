package org.sagrada.pidp.session;

import org.jspecify.annotations.Nullable;

/**
 * Where a new session comes from.
 *
 * @param userAgent what the client calls itself
 * @param verificationId what has to come back before the session counts as verified; null when nothing has to
 */
public record SessionOrigin(String userAgent, @Nullable String verificationId) {}
