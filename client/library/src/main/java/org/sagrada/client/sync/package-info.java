/** Keeps a local collection and the server's the same: three-way merge, tombstones, resumable at any point. */
@NullMarked
package org.sagrada.client.sync;

import org.jspecify.annotations.NullMarked;
