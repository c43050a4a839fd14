/** Support documents of mail domains that nobody configured: whom they let speak for their addresses. */
@NullMarked
package org.sagrada.token.discovery;

import org.jspecify.annotations.NullMarked;
