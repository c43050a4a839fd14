/** What this service adds to its status page. */
@NullMarked
package org.sagrada.pidp.status;

import org.jspecify.annotations.NullMarked;
