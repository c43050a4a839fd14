/** What only the operator may do, on the management port. */
@NullMarked
package org.sagrada.pidp.admin;

import org.jspecify.annotations.NullMarked;
