/** Limits that keep one client from guessing or flooding, and never another user out; and the log of what happened. */
@NullMarked
package org.sagrada.pidp.abuse;

import org.jspecify.annotations.NullMarked;
