/** Commands for the storage nodes that the token service assigns users to. */
@NullMarked
package org.sagrada.admin.node;

import org.jspecify.annotations.NullMarked;
