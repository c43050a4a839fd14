/** Uploads of several requests that become visible together (SyncStorage 1.5, 2.5). */
@NullMarked
package org.sagrada.storage.batch;

import org.jspecify.annotations.NullMarked;
