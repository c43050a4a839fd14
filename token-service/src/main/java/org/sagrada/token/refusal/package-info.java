/** Requests that are refused, in the error format of the token service (Cornice). */
@NullMarked
package org.sagrada.token.refusal;

import org.jspecify.annotations.NullMarked;
