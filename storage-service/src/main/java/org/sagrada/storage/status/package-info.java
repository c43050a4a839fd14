/** What this service adds to its status page. */
@NullMarked
package org.sagrada.storage.status;

import org.jspecify.annotations.NullMarked;
