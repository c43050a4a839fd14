/** The embedded PostgreSQL: its programs, its files, its process. */
@NullMarked
package org.sagrada.standalone.database;

import org.jspecify.annotations.NullMarked;
