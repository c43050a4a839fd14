/** Closed loops, and what is told of them: rates, times, failures. */
@NullMarked
package org.sagrada.loadtest.measure;

import org.jspecify.annotations.NullMarked;
