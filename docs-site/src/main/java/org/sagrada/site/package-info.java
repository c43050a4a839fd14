/** The documents as a static site. */
@NullMarked
package org.sagrada.site;

import org.jspecify.annotations.NullMarked;
