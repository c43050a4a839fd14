/** The addresses of accounts. */
@NullMarked
package org.sagrada.pidp.email;

import org.jspecify.annotations.NullMarked;
