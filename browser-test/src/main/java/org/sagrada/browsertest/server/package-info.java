/** The whole stack as a process of its own, as an operator runs it, for browsers to visit. */
@NullMarked
package org.sagrada.browsertest.server;

import org.jspecify.annotations.NullMarked;
