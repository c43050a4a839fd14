/** Commands for the users of the token service: where they are, and how they move. */
@NullMarked
package org.sagrada.admin.user;

import org.jspecify.annotations.NullMarked;
