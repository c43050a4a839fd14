/** The second step of a sign-in: time-based codes (RFC 6238), and codes on paper for when the phone is lost. */
@NullMarked
package org.sagrada.pidp.totp;

import org.jspecify.annotations.NullMarked;
