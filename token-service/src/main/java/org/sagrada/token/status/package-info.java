/** What this service adds to its status page. */
@NullMarked
package org.sagrada.token.status;

import org.jspecify.annotations.NullMarked;
