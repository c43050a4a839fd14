package org.sagrada.pidp.oauth.token;

import java.time.Instant;
import java.util.List;
import org.sagrada.pidp.session.AuthenticationMethod;

/**
 * How a user proved who they are when a client was let in.
 *
 * @param userAgent what the client calls itself; empty when it does not
 */
public record SignInProof(Instant authAt, List<AuthenticationMethod> methods, String userAgent) {}
