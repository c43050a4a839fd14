/** The storage service: SyncStorage over PostgreSQL. */
@NullMarked
package org.sagrada.storage;

import org.jspecify.annotations.NullMarked;
