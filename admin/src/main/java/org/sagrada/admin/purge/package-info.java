/** Commands for the deletion of data that nobody is assigned to any more. */
@NullMarked
package org.sagrada.admin.purge;

import org.jspecify.annotations.NullMarked;
