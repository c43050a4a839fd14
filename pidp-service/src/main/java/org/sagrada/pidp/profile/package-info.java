/** What a user sees of their own account. */
@NullMarked
package org.sagrada.pidp.profile;

import org.jspecify.annotations.NullMarked;
