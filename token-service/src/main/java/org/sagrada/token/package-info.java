/** Trades a user's credential for a storage node and a short-lived token for it. */
@NullMarked
package org.sagrada.token;

import org.jspecify.annotations.NullMarked;
