/** Commands for the accounts of the PIdP. */
@NullMarked
package org.sagrada.admin.account;

import org.jspecify.annotations.NullMarked;
