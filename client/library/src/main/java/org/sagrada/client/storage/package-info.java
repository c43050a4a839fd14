/** The storage node: collections of records under SyncStorage 2.0, with versions, paging, batches and preconditions. */
@NullMarked
package org.sagrada.client.storage;

import org.jspecify.annotations.NullMarked;
