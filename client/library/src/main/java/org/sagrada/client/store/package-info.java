/** Where a device keeps the accounts it is logged in to. */
@NullMarked
package org.sagrada.client.store;

import org.jspecify.annotations.NullMarked;
