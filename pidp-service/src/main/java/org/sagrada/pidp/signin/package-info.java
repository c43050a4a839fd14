/** Making an account, signing in to it, destroying it: all that needs the password. */
@NullMarked
package org.sagrada.pidp.signin;

import org.jspecify.annotations.NullMarked;
