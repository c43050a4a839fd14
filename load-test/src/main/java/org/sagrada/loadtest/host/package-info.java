/** What the measured programs run on: the database, the service's process, and what both use up. */
@NullMarked
package org.sagrada.loadtest.host;

import org.jspecify.annotations.NullMarked;
