/** Proof that a request comes from the holder of a token: Hawk, or a Bearer prefix. */
@NullMarked
package org.sagrada.pidp.auth;

import org.jspecify.annotations.NullMarked;
