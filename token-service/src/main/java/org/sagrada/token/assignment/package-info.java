/** Which record a request belongs to, whether it may have it, and how first requests make one. */
@NullMarked
package org.sagrada.token.assignment;

import org.jspecify.annotations.NullMarked;
