/** What is thrown away when nobody can need it any more. */
@NullMarked
package org.sagrada.pidp.expiry;

import org.jspecify.annotations.NullMarked;
