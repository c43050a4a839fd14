/** SyncStorage 2.0 over the engine. */
@NullMarked
package org.sagrada.storage.v20;

import org.jspecify.annotations.NullMarked;
