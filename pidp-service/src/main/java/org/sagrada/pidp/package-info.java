/** The Preferred Identity Provider: accounts whose password never leaves the device, wrapped keys, identity certificates. */
@NullMarked
package org.sagrada.pidp;

import org.jspecify.annotations.NullMarked;
