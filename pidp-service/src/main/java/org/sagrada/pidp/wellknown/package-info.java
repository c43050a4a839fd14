/** The documents by which others find and verify the PIdP. */
@NullMarked
package org.sagrada.pidp.wellknown;

import org.jspecify.annotations.NullMarked;
