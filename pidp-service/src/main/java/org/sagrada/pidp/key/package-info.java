/** Key-fetch tokens, which hand out an account's wrapped keys once. */
@NullMarked
package org.sagrada.pidp.key;

import org.jspecify.annotations.NullMarked;
