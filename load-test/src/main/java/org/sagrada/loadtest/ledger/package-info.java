/** Writes that are remembered and looked for afterwards: for those who kill, restart or replace things meanwhile. */
@NullMarked
package org.sagrada.loadtest.ledger;

import org.jspecify.annotations.NullMarked;
