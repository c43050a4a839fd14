/** SyncStorage 1.5 over the engine. */
@NullMarked
package org.sagrada.storage.v15;

import org.jspecify.annotations.NullMarked;
