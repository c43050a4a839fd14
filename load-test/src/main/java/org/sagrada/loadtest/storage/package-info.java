/** {@code bench storage}: what is asked of a storage, through the service, or of its database with the service's own statements. */
@NullMarked
package org.sagrada.loadtest.storage;

import org.jspecify.annotations.NullMarked;
