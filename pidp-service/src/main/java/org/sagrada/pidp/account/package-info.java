/** What an account is. */
@NullMarked
package org.sagrada.pidp.account;

import org.jspecify.annotations.NullMarked;
