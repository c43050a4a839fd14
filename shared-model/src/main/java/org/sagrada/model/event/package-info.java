/** What a PIdP tells the services that rely on it about an account, as Security Event Tokens (RFC 8417). */
@NullMarked
package org.sagrada.model.event;

import org.jspecify.annotations.NullMarked;
