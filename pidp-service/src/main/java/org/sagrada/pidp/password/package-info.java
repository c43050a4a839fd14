/** What the server keeps instead of a password, and the bounded work of checking one. */
@NullMarked
package org.sagrada.pidp.password;

import org.jspecify.annotations.NullMarked;
