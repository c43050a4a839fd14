/** What identity providers tell of accounts: passwords changed, keys lost, accounts deleted. */
@NullMarked
package org.sagrada.token.event;

import org.jspecify.annotations.NullMarked;
