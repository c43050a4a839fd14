/** Hawk: requests and answers signed with a shared key, whose header, MAC and checks both ends compute alike. */
@NullMarked
package org.sagrada.model.hawk;

import org.jspecify.annotations.NullMarked;
