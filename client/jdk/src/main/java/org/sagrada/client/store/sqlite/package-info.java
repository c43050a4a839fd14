/** Collections on the device in an SQLite database. */
@NullMarked
package org.sagrada.client.store.sqlite;

import org.jspecify.annotations.NullMarked;
