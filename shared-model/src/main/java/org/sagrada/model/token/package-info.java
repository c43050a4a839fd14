/** The signed, short-lived tokens that a token service issues and a storage node accepts (tokenlib version 1). */
@NullMarked
package org.sagrada.model.token;

import org.jspecify.annotations.NullMarked;
