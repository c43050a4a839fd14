/** The one port: which service a request goes to. */
@NullMarked
package org.sagrada.standalone.front;

import org.jspecify.annotations.NullMarked;
