/** What the account API says when it refuses: one format, one number for each reason. */
@NullMarked
package org.sagrada.pidp.error;

import org.jspecify.annotations.NullMarked;
