/** Time and chance, handed in so that tests can hold them. */
@NullMarked
package org.sagrada.service.time;

import org.jspecify.annotations.NullMarked;
