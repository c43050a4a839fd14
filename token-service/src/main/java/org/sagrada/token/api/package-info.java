/** What the token service can be asked for, as a document. */
@NullMarked
package org.sagrada.token.api;

import org.jspecify.annotations.NullMarked;
