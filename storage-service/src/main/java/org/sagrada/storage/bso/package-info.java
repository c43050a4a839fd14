/** The engine: records, collections and their versions in PostgreSQL, without a word of either protocol. */
@NullMarked
package org.sagrada.storage.bso;

import org.jspecify.annotations.NullMarked;
