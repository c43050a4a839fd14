/** The accounts of a device, each an explicit state machine that outlives the process. */
@NullMarked
package org.sagrada.client.authenticator;

import org.jspecify.annotations.NullMarked;
