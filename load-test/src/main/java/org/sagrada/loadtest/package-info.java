/** The command line, of which each service has a part of its own. */
@NullMarked
package org.sagrada.loadtest;

import org.jspecify.annotations.NullMarked;
