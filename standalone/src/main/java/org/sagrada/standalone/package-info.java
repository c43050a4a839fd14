/** The three services in one process: what it takes to put them on one port over one database, and nothing of what they do. */
@NullMarked
package org.sagrada.standalone;

import org.jspecify.annotations.NullMarked;
