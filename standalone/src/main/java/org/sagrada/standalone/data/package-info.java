/** The data directory: who may use it, and the secrets that are kept in it. */
@NullMarked
package org.sagrada.standalone.data;

import org.jspecify.annotations.NullMarked;
