/** Documents of identity providers, fetched with limits and kept while they are of use. */
@NullMarked
package org.sagrada.token.fetch;

import org.jspecify.annotations.NullMarked;
