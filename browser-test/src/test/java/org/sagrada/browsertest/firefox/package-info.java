/** An unmodified Firefox against the whole stack: what its users do, on two devices. */
@NullMarked
package org.sagrada.browsertest.firefox;

import org.jspecify.annotations.NullMarked;
