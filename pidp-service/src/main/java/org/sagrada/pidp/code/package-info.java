/** Short codes that a user types off a mail. */
@NullMarked
package org.sagrada.pidp.code;

import org.jspecify.annotations.NullMarked;
