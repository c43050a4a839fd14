/** Measures the PIdP beside the bare cryptography that it cannot do without. */
@NullMarked
package org.sagrada.loadtest.pidp;

import org.jspecify.annotations.NullMarked;
