/** Removes what has expired, long after it became invisible. */
@NullMarked
package org.sagrada.storage.expiry;

import org.jspecify.annotations.NullMarked;
