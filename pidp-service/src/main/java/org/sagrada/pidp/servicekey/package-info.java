/** Keys of services, wrapped by the client under a key of the account that the server never sees. */
@NullMarked
package org.sagrada.pidp.servicekey;

import org.jspecify.annotations.NullMarked;
