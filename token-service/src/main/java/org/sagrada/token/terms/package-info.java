/** The terms of service that users accept before they get a token. */
@NullMarked
package org.sagrada.token.terms;

import org.jspecify.annotations.NullMarked;
