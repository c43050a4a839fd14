/** Devices: what a user sees of their sessions, and the commands that devices send one another. */
@NullMarked
package org.sagrada.pidp.device;

import org.jspecify.annotations.NullMarked;
