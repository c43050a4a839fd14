/** Deletes from the nodes what replaced records point to, and then the records. */
@NullMarked
package org.sagrada.token.purge;

import org.jspecify.annotations.NullMarked;
