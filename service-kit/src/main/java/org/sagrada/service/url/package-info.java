/** Public addresses, which come from configuration and never from a request. */
@NullMarked
package org.sagrada.service.url;

import org.jspecify.annotations.NullMarked;
