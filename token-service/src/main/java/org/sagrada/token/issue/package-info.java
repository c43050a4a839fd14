/** The endpoint that answers with a token. */
@NullMarked
package org.sagrada.token.issue;

import org.jspecify.annotations.NullMarked;
