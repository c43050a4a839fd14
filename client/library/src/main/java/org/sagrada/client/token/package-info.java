/** The token service: trades an assertion, or an access token, for the address of a storage node and the right to use it for a while. */
@NullMarked
package org.sagrada.client.token;

import org.jspecify.annotations.NullMarked;
