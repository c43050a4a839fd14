/** How much work is taken at a time. */
@NullMarked
package org.sagrada.storage.load;

import org.jspecify.annotations.NullMarked;
